import { messageOf } from '@portico/errors';
import { useRouteRef } from '@portico/plugin-api';
import { TextLink } from '@portico/ui/link';
import { ErrorState, Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useRadar } from '../api/use-radar.ts';
import { BlipShape } from '../components/blip-shape.tsx';
import { ringColor } from '../components/ring-color.ts';
import { entryRouteRef } from '../routes.ts';
import { recentMoves } from './recent-moves.ts';
import styles from './radar-card.module.css';

const shown = 6;

/** On the home page: what moved on the radar last. */
export default function MovesCard(): ReactElement {
  const state = useRadar();
  const entryPath = useRouteRef(entryRouteRef);
  if (state.status === 'loading') return <Skeleton lines={shown} />;
  if (state.status === 'failed') {
    return <ErrorState title="The radar can't be read" message={messageOf(state.error)} onRetry={state.retry} />;
  }
  const { radar } = state;
  const moves = recentMoves(radar.entries, shown);
  if (moves.length === 0) return <p className={styles.none}>Nothing has moved on the radar.</p>;
  return (
    <ul className={styles.entries}>
      {moves.map(entry => (
        <li key={entry.id} className={styles.entry} style={ringColor(radar.rings[entry.ring], entry.ring)}>
          <svg className={styles.mark} viewBox="-13 -13 26 26" aria-hidden="true">
            <BlipShape moved={entry.moved} number={entry.number} radius={12} />
          </svg>
          <TextLink to={entryPath({ id: entry.id })}>{entry.title}</TextLink>
          <span className={styles.ring}>{radar.rings[entry.ring]?.name}</span>
        </li>
      ))}
    </ul>
  );
}
