import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useRouteRef } from '@portico/plugin-api';
import { Link, useNavigate } from 'react-router';
import type { Radar, RadarEntry } from '../../api/radar.ts';
import { rootRouteRef } from '../../routes.ts';
import { EntryDetails } from './entry-details.tsx';
import styles from './entry-panel.module.css';
import { useOpenerFocus } from './use-opener-focus.ts';

/** Props of the two places in which an entry is shown. */
export interface EntryPanelProps {
  readonly radar: Radar;
  readonly entry: RadarEntry;
  /** The query part that the radar's address keeps: `?filter=...` or empty. */
  readonly search: string;
}

/** The details of an entry, beside the radar. Takes the focus when it opens and gives it back when it closes. */
export function EntryPanel({ radar, entry, search }: EntryPanelProps): ReactElement {
  const radarPath = `${useRouteRef(rootRouteRef)()}${search}`;
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  useOpenerFocus();
  useEffect(() => heading.current?.focus({ preventScroll: true }), [entry.id]);

  return (
    <section
      className={styles.panel}
      role="dialog"
      aria-labelledby="radar-entry-title"
      onKeyDown={event => {
        if (event.key === 'Escape') void navigate(radarPath);
      }}
    >
      <header className={styles.header}>
        <p className={styles.place}>{radar.quadrants[entry.quadrant]?.name}</p>
        <Link className={styles.close} to={radarPath} aria-label="Close the details">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </Link>
        <h2 className={styles.title} id="radar-entry-title" tabIndex={-1} ref={heading}>
          {entry.title}
        </h2>
      </header>
      <EntryDetails radar={radar} entry={entry} />
    </section>
  );
}
