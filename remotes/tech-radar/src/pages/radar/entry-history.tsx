import { useLocale } from '@portico/plugin-api';
import type { ReactElement } from 'react';
import type { Radar, RadarEntry } from '../../api/radar.ts';
import { BlipShape } from '../../components/blip-shape.tsx';
import { ringColor } from '../../components/ring-color.ts';
import { dateWriter, movementWord } from '../../components/words.ts';
import styles from './entry-panel.module.css';

/** Every assessment of an entry, newest first. */
export function EntryHistory({ radar, entry }: { readonly radar: Radar; readonly entry: RadarEntry }): ReactElement {
  const write = dateWriter(useLocale());
  return (
    <ol className={styles.history}>
      {entry.timeline.map((snapshot, index) => {
        const ring = snapshot.ring === undefined ? undefined : radar.rings[snapshot.ring];
        return (
          <li key={`${snapshot.date} ${index}`} className={styles.snapshot} style={ringColor(ring, snapshot.ring ?? 0)}>
            <svg className={styles.mark} viewBox="-13 -13 26 26" aria-hidden="true">
              <BlipShape moved={snapshot.moved} radius={10} />
            </svg>
            <p className={styles.assessment}>
              <strong>{ring?.name ?? `${snapshot.ringId} (unknown ring)`}</strong>
              {snapshot.moved === 0 ? null : <span>, {movementWord(snapshot.moved)}</span>}
              <time className={styles.date} dateTime={snapshot.date}>
                {write(snapshot.date)}
              </time>
            </p>
            {snapshot.description ? <p className={styles.reason}>{snapshot.description}</p> : null}
          </li>
        );
      })}
    </ol>
  );
}
