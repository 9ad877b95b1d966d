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
import { useArrangement } from './use-arrangement.ts';

/** `/`: the cards that plugins offer, in the user's order. */
export default function HomePage(): ReactElement {
  const { displayName } = useApi(identityApiRef).getProfile();
  const cards = new Map(useExtensions(homeCardPoint).map(card => [`${card.pluginId}/${card.id}`, card]));
  const [arrangement, arrange] = useArrangement();
  const [customizing, setCustomizing] = useState(false);
  const keys = [...cards.keys()];
  const ordered = inUsersOrder(keys, arrangement);
  const shown = customizing ? ordered : ordered.filter(key => !arrangement.hidden.includes(key));

  return (
    <Page>
      <PageHeader
        title="Home"
        subtitle={`${greetingAt(new Date())}, ${displayName}`}
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
                  onMove={by => arrange(moved(arrangement, keys, { key, by }))}
                  onToggle={() => arrange(toggled(arrangement, key))}
                />
              );
              return (
                <Card key={key} title={title} size={size} actions={customizing ? controls : undefined}>
                  {hidden ? <p>Hidden</p> : <card.Component />}
                </Card>
              );
            })}
          </CardGrid>
        )}
      </PageContent>
    </Page>
  );
}
