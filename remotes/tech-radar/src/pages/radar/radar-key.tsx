import type { ReactElement } from 'react';
import type { Movement, Radar } from '../../api/radar.ts';
import { BlipShape } from '../../components/blip-shape.tsx';
import { ringColor } from '../../components/ring-color.ts';
import { movementWord } from '../../components/words.ts';
import styles from './radar-page.module.css';

const movements: readonly Movement[] = [2, 1, -1, 0];

/** What the rings and the shapes of the blips mean. */
export function RadarKey({ radar }: { readonly radar: Radar }): ReactElement {
  return (
    <section className={styles.key} aria-label="Key">
      <ul className={styles.shapes}>
        {movements.map(moved => (
          <li key={moved}>
            <svg viewBox="-13 -13 26 26" aria-hidden="true">
              <BlipShape moved={moved} radius={11} />
            </svg>
            {movementWord(moved)}
          </li>
        ))}
      </ul>
      <dl className={styles.rings}>
        {radar.rings.map((ring, index) => (
          <div key={ring.id} style={ringColor(ring, index)}>
            <dt>{ring.name}</dt>
            {ring.description ? <dd>{ring.description}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
