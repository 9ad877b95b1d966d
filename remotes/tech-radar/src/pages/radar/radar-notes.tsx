import type { ReactElement } from 'react';
import type { RadarNote } from '../../api/radar.ts';
import styles from './radar-page.module.css';

/** What was mended or left out of the data, for whoever keeps it. Nothing when there is nothing to say. */
export function RadarNotes({ notes }: { readonly notes: readonly RadarNote[] }): ReactElement | null {
  if (notes.length === 0) return null;
  return (
    <details className={styles.notes} open>
      <summary>
        {notes.length === 1 ? 'One entry of the radar data needs' : `${notes.length} entries of the radar data need`} attention
      </summary>
      <ul>
        {notes.map(note => (
          <li key={`${note.entry} ${note.message}`}>
            <strong>{note.entry}</strong>: {note.message}
          </li>
        ))}
      </ul>
    </details>
  );
}
