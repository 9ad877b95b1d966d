import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useRouteRef } from '@portico/plugin-api';
import { Badge } from '@portico/ui/badge';
import { TextLink } from '@portico/ui/link';
import { Markdown } from '@portico/ui/markdown';
import { Link, useNavigate } from 'react-router';
import type { Radar, RadarEntry } from '../../api/radar.ts';
import { ringColor } from '../../components/ring-color.ts';
import { movementWord } from '../../components/words.ts';
import { rootRouteRef } from '../../routes.ts';
import { EntryHistory } from './entry-history.tsx';
import styles from './entry-panel.module.css';

interface EntryPanelProps {
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

  useEffect(() => {
    const opener = document.activeElement as HTMLElement | SVGElement | null;
    return () => {
      if (!opener?.isConnected || opener === document.body) return;
      opener.focus({ preventScroll: true });
      // The portal scrolls to the top when the path changes; a reader of the list goes on where they were.
      requestAnimationFrame(() => opener.scrollIntoView?.({ block: 'center' }));
    };
  }, []);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [entry.id]);

  const ring = radar.rings[entry.ring];
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
        <p className={styles.badges} style={ringColor(ring, entry.ring)}>
          <span className={styles.ring}>{ring?.name}</span>
          {entry.moved === 0 ? null : <Badge>{movementWord(entry.moved)}</Badge>}
        </p>
        {ring?.description ? <p className={styles.ringDescription}>{ring.description}</p> : null}
      </header>
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
    </section>
  );
}
