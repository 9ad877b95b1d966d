import type { ReactElement } from 'react';
import type { Radar, RadarEntry } from '../../api/radar.ts';
import { ringColor } from '../../components/ring-color.ts';
import { LegendLink } from './legend-link.tsx';
import styles from './radar-table.module.css';

interface RadarTableProps {
  readonly radar: Radar;
  /** The entries that pass the filter. */
  readonly entries: readonly RadarEntry[];
  readonly active: string | undefined;
  readonly onActiveChange: (id: string | undefined) => void;
}

/**
 * The radar without the drawing: a row for each ring, a column for each quadrant. Rows and columns without entries are left
 * out. On a narrow screen it becomes one list; the roles are written out because some browsers forget those of a table
 * whose display changes.
 */
export function RadarTable({ radar, entries, active, onActiveChange }: RadarTableProps): ReactElement {
  const columns = radar.quadrants.flatMap((quadrant, index) =>
    entries.some(entry => entry.quadrant === index) ? [{ ...quadrant, index }] : [],
  );
  const rows = radar.rings.flatMap((ring, index) => (entries.some(entry => entry.ring === index) ? [{ ring, index }] : []));
  return (
    <table className={styles.table} role="table" aria-label="Entries by ring and quadrant">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Ring
          </th>
          {columns.map(quadrant => (
            <th key={quadrant.id} role="columnheader" scope="col">
              {quadrant.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ ring, index }) => (
          <tr key={ring.id} role="row" style={ringColor(ring, index)}>
            <th role="rowheader" scope="row">
              {ring.name}
            </th>
            {columns.map(quadrant => {
              const own = entries.filter(entry => entry.ring === index && entry.quadrant === quadrant.index);
              return (
                <td key={quadrant.id} role="cell" data-label={quadrant.name} data-blank={own.length === 0}>
                  <ul>
                    {own.map(entry => (
                      <LegendLink key={entry.id} entry={entry} active={entry.id === active} onActiveChange={onActiveChange} />
                    ))}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
