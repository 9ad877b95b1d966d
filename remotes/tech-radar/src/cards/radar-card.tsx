import { messageOf } from '@portico/errors';
import { useRouteRef } from '@portico/plugin-api';
import { useEntity } from '@portico/plugin-catalog-react';
import { TextLink } from '@portico/ui/link';
import { Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useRadar } from '../api/use-radar.ts';
import { BlipShape } from '../components/blip-shape.tsx';
import { ringColor } from '../components/ring-color.ts';
import { entryRouteRef, rootRouteRef } from '../routes.ts';
import { entriesForTags } from './entries-for-tags.ts';
import styles from './radar-card.module.css';

/** On a component's page: how the radar sees the technologies that the component's tags name. */
export default function RadarCard(): ReactElement {
  const { entity } = useEntity();
  const state = useRadar();
  const radarPath = useRouteRef(rootRouteRef);
  const entryPath = useRouteRef(entryRouteRef);
  if (state.status === 'loading') return <Skeleton lines={3} />;
  if (state.status === 'failed') return <p role="alert">{messageOf(state.error)}</p>;

  const entries = entriesForTags(state.radar.entries, entity.metadata.tags ?? []);
  if (entries.length === 0) {
    return (
      <p className={styles.none}>
        None of this component's tags is on the <TextLink to={radarPath()}>radar</TextLink>.
      </p>
    );
  }
  return (
    <ul className={styles.entries}>
      {entries.map(entry => (
        <li key={entry.id} className={styles.entry} style={ringColor(state.radar.rings[entry.ring], entry.ring)}>
          <svg className={styles.mark} viewBox="-13 -13 26 26" aria-hidden="true">
            <BlipShape moved={entry.moved} number={entry.number} radius={12} />
          </svg>
          <TextLink to={entryPath({ id: entry.id })}>{entry.title}</TextLink>
          <span className={styles.ring}>{state.radar.rings[entry.ring]?.name}</span>
        </li>
      ))}
    </ul>
  );
}
