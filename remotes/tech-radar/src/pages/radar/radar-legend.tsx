import type { ReactElement } from 'react';
import type { Radar, RadarEntry } from '../../api/radar.ts';
import { ringColor } from '../../components/ring-color.ts';
import { LegendLink } from './legend-link.tsx';
import styles from './radar-legend.module.css';

interface RadarLegendProps {
  readonly radar: Radar;
  /** Index of the quadrant. */
  readonly quadrant: number;
  /** The entries that pass the filter. */
  readonly entries: readonly RadarEntry[];
  readonly active: string | undefined;
  readonly onActiveChange: (id: string | undefined) => void;
}

/** The entries of one quadrant as a list, ring by ring. */
export function RadarLegend({ radar, quadrant, entries, active, onActiveChange }: RadarLegendProps): ReactElement {
  const own = entries.filter(entry => entry.quadrant === quadrant);
  const headingId = `radar-quadrant-${quadrant}`;
  return (
    <section className={styles.legend} aria-labelledby={headingId} data-quadrant={quadrant}>
      <h2 className={styles.quadrant} id={headingId}>
        {radar.quadrants[quadrant]?.name}
      </h2>
      {own.length === 0 ? <p className={styles.none}>No entries</p> : null}
      {radar.rings.map((ring, index) => {
        const inRing = own.filter(entry => entry.ring === index);
        if (inRing.length === 0) return null;
        return (
          <div key={ring.id} className={styles.ring} style={ringColor(ring, index)}>
            <h3 className={styles.ringName}>{ring.name}</h3>
            <ul className={styles.entries}>
              {inRing.map(entry => (
                <LegendLink key={entry.id} entry={entry} active={entry.id === active} onActiveChange={onActiveChange} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
