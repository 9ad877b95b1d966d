import { identityApiRef, useApi, useExtensions } from '@portico/plugin-api';
import { homeCardPoint } from '@portico/plugin-home-react';
import { Button } from '@portico/ui/button';
import { Card, CardGrid } from '@portico/ui/card';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { EmptyState } from '@portico/ui/states';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { inUsersOrder, moved, toggled } from './arrangement.ts';
import { CardControls } from './card-controls.tsx';
import { greetingAt } from './greeting.ts';
import styles from './home-page.module.css';
import { useArrangement } from './use-arrangement.ts';
import { cardAttribute, useCardDrag } from './use-card-drag.ts';

/** `/`: the cards that plugins offer, in the user's order. */
export default function HomePage(): ReactElement {
  const { displayName } = useApi(identityApiRef).getProfile();
  const cards = new Map(useExtensions(homeCardPoint).map(card => [`${card.pluginId}/${card.id}`, card]));
  const [arrangement, arrange] = useArrangement();
  const [customizing, setCustomizing] = useState(false);
  const [said, setSaid] = useState('');
  const keys = [...cards.keys()];
  const { dragged, preview, handleOf, cancel } = useCardDrag({ arrangement, keys, onDrop: arrange });
  const ordered = inUsersOrder(keys, preview);
  const shown = customizing ? ordered : ordered.filter(key => !arrangement.hidden.includes(key));

  function move(key: string, by: -1 | 1): void {
    const next = moved(arrangement, keys, { key, by });
    arrange(next);
    setSaid(`${cards.get(key)?.config.title ?? key} is card ${inUsersOrder(keys, next).indexOf(key) + 1} of ${keys.length}`);
  }

  return (
    <Page>
      <PageHeader
        title="Home"
        subtitle={customizing ? 'Drag the cards into your order, and hide what you do not need.' : `${greetingAt(new Date())}, ${displayName}`}
        actions={
          <>
            {customizing ? <Button onClick={() => arrange(undefined)}>Reset</Button> : null}
            <Button
              variant={customizing ? 'primary' : 'secondary'}
              aria-pressed={customizing}
              onClick={() => setCustomizing(!customizing)}
            >
              {customizing ? 'Done' : 'Customize'}
            </Button>
          </>
        }
      />
      <PageContent>
        {shown.length === 0 ? (
          <EmptyState title="No cards" description="All cards are hidden. Customize brings them back." />
        ) : (
          <div onKeyDown={event => event.key === 'Escape' && cancel()}>
            <CardGrid>
              {shown.map((key, index) => {
                const card = cards.get(key);
                if (!card) return null;
                const { title, size = 'medium' } = card.config;
                const hidden = arrangement.hidden.includes(key);
                const controls = (
                  <CardControls
                    title={title}
                    hidden={hidden}
                    first={index === 0}
                    last={index === shown.length - 1}
                    handle={handleOf(key)}
                    onMove={by => move(key, by)}
                    onToggle={() => arrange(toggled(arrangement, key))}
                  />
                );
                return (
                  <div
                    key={key}
                    className={styles.place}
                    data-size={size}
                    data-dragged={dragged === key}
                    data-hidden={hidden}
                    {...{ [cardAttribute]: key }}
                  >
                    <Card title={title}>
                      {customizing ? controls : null}
                      {hidden ? <p className={styles.none}>Hidden</p> : <card.Component />}
                    </Card>
                  </div>
                );
              })}
            </CardGrid>
          </div>
        )}
        <p className={styles.said} role="status">
          {said}
        </p>
      </PageContent>
    </Page>
  );
}
