import { useRouteRef } from '@portico/plugin-api';
import { Button } from '@portico/ui/button';
import { TextLink } from '@portico/ui/link';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { EmptyState } from '@portico/ui/states';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { readingOrder } from '../../api/read-radar.ts';
import type { Radar } from '../../api/radar.ts';
import { rootRouteRef } from '../../routes.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import { EntryPanel } from './entry-panel.tsx';
import type { EntryPanelProps } from './entry-panel.tsx';
import { filterEntries } from './filter-entries.ts';
import { RadarKey } from './radar-key.tsx';
import { RadarLegend } from './radar-legend.tsx';
import { RadarNotes } from './radar-notes.tsx';
import { RadarPlot } from './radar-plot.tsx';
import { RadarTable } from './radar-table.tsx';
import { RadarToolbar } from './radar-toolbar.tsx';
import { useRadarAddress } from './use-radar-address.ts';
import styles from './radar-page.module.css';

/** The radar with its legend, and the details of the entry that the address names. */
export function RadarView({ radar }: { readonly radar: Radar }): ReactElement {
  const { id, '*': unknownPath } = useParams();
  const radarPath = useRouteRef(rootRouteRef)();
  const address = useRadarAddress();
  const { text, ring, quadrant, look } = address;
  const [pointed, setPointed] = useState<string>();
  const entries = useMemo(() => filterEntries(radar, { text, ring, quadrant }), [radar, text, ring, quadrant]);
  const matching = useMemo(() => new Set(entries.map(entry => entry.id)), [entries]);
  const opened = radar.entries.find(entry => entry.id === id);
  const missing = opened ? undefined : (id ?? (unknownPath || undefined));
  const active = pointed ?? opened?.id;

  return (
    <Page>
      <PageHeader
        title={radar.title}
        subtitle="What we build with, what we try, and what we leave behind."
      />
      <PageContent>
        {missing === undefined ? null : (
          <EmptyState
            title={`“${missing}” is not on the radar`}
            description="It may have been renamed or taken off. Every entry is in the list below."
            action={<TextLink to={radarPath}>Close this message</TextLink>}
          />
        )}
        <RadarToolbar radar={radar} address={address} count={entries.length} />
        <RadarNotes notes={radar.notes} />
        <div className={styles.columns} data-open={opened !== undefined}>
          <div className={styles.radar}>
            {entries.length === 0 ? (
              <EmptyState
                title="No entry matches"
                description="Change the words or the filters above."
                action={<Button onClick={address.clear}>Show all entries</Button>}
              />
            ) : look === 'list' ? (
              <RadarTable radar={radar} entries={entries} active={active} onActiveChange={setPointed} />
            ) : null}
            <div className={styles.layout} data-look={look} data-quadrants={radar.quadrants.length}>
              {look === 'plot' ? (
                <>
                  <div className={styles.plot}>
                    {radar.quadrants.length === 4
                      ? radar.quadrants.map((corner, index) => (
                          <p key={corner.id} className={styles.corner} data-corner={index} aria-hidden="true">
                            {corner.name}
                          </p>
                        ))
                      : null}
                    <RadarPlot
                      radar={radar}
                      active={active}
                      pointing={pointed !== undefined}
                      onActiveChange={setPointed}
                      matching={matching}
                    />
                  </div>
                  {readingOrder(radar.quadrants.length).map(index => (
                    <RadarLegend
                      key={index}
                      radar={radar}
                      quadrant={index}
                      entries={entries}
                      active={active}
                      onActiveChange={setPointed}
                    />
                  ))}
                </>
              ) : null}
              <RadarKey radar={radar} />
            </div>
          </div>
          {opened ? <EntryPlace radar={radar} entry={opened} search={address.search} /> : null}
        </div>
      </PageContent>
    </Page>
  );
}

/** As it is when it opens: what is read does not change its place while a window is drawn smaller. */
function EntryPlace(props: EntryPanelProps): ReactElement {
  const [isNarrow] = useState(() => globalThis.matchMedia?.('(width < 64rem)').matches ?? false);
  return isNarrow ? <EntryDrawer {...props} /> : <EntryPanel {...props} />;
}
