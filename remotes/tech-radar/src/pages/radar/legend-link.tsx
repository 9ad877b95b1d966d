import { useRouteRef } from '@portico/plugin-api';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import type { RadarEntry } from '../../api/radar.ts';
import { BlipShape } from '../../components/blip-shape.tsx';
import { movementWord } from '../../components/words.ts';
import { entryRouteRef } from '../../routes.ts';
import styles from './radar-legend.module.css';

interface LegendLinkProps {
  readonly entry: RadarEntry;
  readonly active: boolean;
  readonly onActiveChange: (id: string | undefined) => void;
}

/** One line of a list of entries: mark, title and what is new, as a link to the details. */
export function LegendLink({ entry, active, onActiveChange }: LegendLinkProps): ReactElement {
  const entryPath = useRouteRef(entryRouteRef);
  const { search } = useLocation();
  return (
    <li>
      <Link
        to={{ pathname: entryPath({ id: entry.id }), search }}
        className={styles.entry}
        data-active={active}
        onMouseEnter={() => onActiveChange(entry.id)}
        onMouseLeave={() => onActiveChange(undefined)}
        onFocus={() => onActiveChange(entry.id)}
        onBlur={() => onActiveChange(undefined)}
      >
        <svg className={styles.mark} viewBox="-13 -13 26 26" aria-hidden="true">
          <BlipShape moved={entry.moved} number={entry.number} radius={12} />
        </svg>
        <span>{entry.title}</span>
        {entry.moved === 0 ? null : (
          <span className={entry.moved === 2 ? styles.new : styles.hidden}>{movementWord(entry.moved)}</span>
        )}
      </Link>
    </li>
  );
}
