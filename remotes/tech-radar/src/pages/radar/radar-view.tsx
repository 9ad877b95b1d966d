import { useRouteRef } from '@portico/plugin-api';
import { SearchField } from '@portico/ui/field';
import { TextLink } from '@portico/ui/link';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { EmptyState } from '@portico/ui/states';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { readingOrder } from '../../api/read-radar.ts';
import type { Radar } from '../../api/radar.ts';
import { rootRouteRef } from '../../routes.ts';
import { EntryPanel } from './entry-panel.tsx';
import { filterEntries } from './filter-entries.ts';
import { RadarKey } from './radar-key.tsx';
import { RadarLegend } from './radar-legend.tsx';
import { RadarNotes } from './radar-notes.tsx';
import { RadarPlot } from './radar-plot.tsx';
import styles from './radar-page.module.css';

/** The radar with its legend, and the details of the entry that the address names. */
export function RadarView({ radar }: { readonly radar: Radar }): ReactElement {
  const { id, '*': unknownPath } = useParams();
  const radarPath = useRouteRef(rootRouteRef)();
  const [parameters, setParameters] = useSearchParams();
  const [pointed, setPointed] = useState<string>();
  const filter = parameters.get('filter') ?? '';
  const entries = useMemo(() => filterEntries(radar.entries, filter), [radar, filter]);
  const matching = useMemo(() => new Set(entries.map(entry => entry.id)), [entries]);
  const opened = radar.entries.find(entry => entry.id === id);
  const missing = opened ? undefined : (id ?? (unknownPath || undefined));
  const active = pointed ?? opened?.id;

  return (
    <Page>
      <PageHeader
        title={radar.title}
        subtitle="What we build with, what we try, and what we leave behind."
        actions={
          <SearchField
            label="Filter entries"
            placeholder="Name, tag or text"
            value={filter}
            onChange={value => setParameters(value === '' ? {} : { filter: value }, { replace: true })}
          />
        }
      />
      <PageContent>
        {missing === undefined ? null : (
          <EmptyState
            title={`"${missing}" is not on the radar`}
            description="It may have been renamed or taken off. Every entry is in the list below."
            action={<TextLink to={radarPath}>Close this message</TextLink>}
          />
        )}
        <RadarNotes notes={radar.notes} />
        <div className={styles.columns} data-open={opened !== undefined}>
          <div className={styles.radar}>
            <div className={styles.layout} data-quadrants={radar.quadrants.length}>
              <div className={styles.plot}>
                <RadarPlot
                  radar={radar}
                  active={active}
                  pointing={pointed !== undefined}
                  onActiveChange={setPointed}
                  matching={matching}
                />
              </div>
              {readingOrder(radar.quadrants.length).map(quadrant => (
                <RadarLegend
                  key={quadrant}
                  radar={radar}
                  quadrant={quadrant}
                  entries={entries}
                  active={active}
                  onActiveChange={setPointed}
                />
              ))}
              <RadarKey radar={radar} />
            </div>
          </div>
          {opened ? <EntryPanel radar={radar} entry={opened} search={filter ? `?${parameters.toString()}` : ''} /> : null}
        </div>
      </PageContent>
    </Page>
  );
}
