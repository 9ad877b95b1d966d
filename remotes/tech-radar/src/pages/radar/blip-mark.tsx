import { memo } from 'react';
import type { ReactElement } from 'react';
import { useRouteRef } from '@portico/plugin-api';
import { Link, useLocation } from 'react-router';
import type { Radar } from '../../api/radar.ts';
import { BlipShape } from '../../components/blip-shape.tsx';
import { ringColor } from '../../components/ring-color.ts';
import { movementWord } from '../../components/words.ts';
import type { Blip } from '../../layout/place-blips.ts';
import { entryRouteRef } from '../../routes.ts';
import styles from './radar-plot.module.css';

interface BlipMarkProps {
  readonly blip: Blip;
  readonly radius: number;
  readonly radar: Radar;
  readonly active: boolean;
  readonly dimmed: boolean;
  readonly onActiveChange: (id: string | undefined) => void;
}

/** One entry on the drawing: a link to its details. */
export const BlipMark = memo(function BlipMark(props: BlipMarkProps): ReactElement {
  const { blip, radius, radar, active, dimmed, onActiveChange } = props;
  const { entry } = blip;
  const entryPath = useRouteRef(entryRouteRef);
  const { search } = useLocation();
  const ring = radar.rings[entry.ring];
  const label = [`${entry.number} ${entry.title}`, ring?.name, entry.moved === 0 ? '' : movementWord(entry.moved)];
  return (
    <Link
      to={{ pathname: entryPath({ id: entry.id }), search }}
      className={styles.blip}
      aria-label={label.filter(Boolean).join(', ')}
      data-active={active}
      data-dimmed={dimmed}
      onMouseEnter={() => onActiveChange(entry.id)}
      onFocus={() => onActiveChange(entry.id)}
      onBlur={() => onActiveChange(undefined)}
    >
      <g transform={`translate(${blip.x.toFixed(2)} ${blip.y.toFixed(2)})`} style={ringColor(ring, entry.ring)}>
        <circle className={styles.halo} r={radius + 3} />
        <BlipShape moved={entry.moved} number={entry.number} radius={radius} />
      </g>
    </Link>
  );
});
