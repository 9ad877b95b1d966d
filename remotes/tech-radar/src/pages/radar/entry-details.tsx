import type { ReactElement } from 'react';
import { Badge } from '@portico/ui/badge';
import { TextLink } from '@portico/ui/link';
import { Markdown } from '@portico/ui/markdown';
import type { Radar, RadarEntry } from '../../api/radar.ts';
import { ringColor } from '../../components/ring-color.ts';
import { movementWord } from '../../components/words.ts';
import { EntryHistory } from './entry-history.tsx';
import styles from './entry-panel.module.css';

interface EntryDetailsProps {
  readonly radar: Radar;
  readonly entry: RadarEntry;
}

/** What there is to know of an entry, below its title. */
export function EntryDetails({ radar, entry }: EntryDetailsProps): ReactElement {
  const ring = radar.rings[entry.ring];
  return (
    <>
      <div className={styles.assessed}>
        <p className={styles.badges} style={ringColor(ring, entry.ring)}>
          <span className={styles.ring}>{ring?.name}</span>
          {entry.moved === 0 ? null : <Badge>{movementWord(entry.moved)}</Badge>}
        </p>
        {ring?.description ? <p className={styles.ringDescription}>{ring.description}</p> : null}
      </div>
      {entry.description ? (
        <div className={styles.description}>
          <Markdown text={entry.description} headingLevel={3} />
        </div>
      ) : null}
      {entry.links.length > 0 ? (
        <section>
          <h3 className={styles.heading}>Links</h3>
          <ul className={styles.links}>
            {entry.links.map(link => (
              <li key={link.url}>
                <TextLink href={link.url}>{link.title}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h3 className={styles.heading}>History</h3>
        <EntryHistory radar={radar} entry={entry} />
      </section>
    </>
  );
}
