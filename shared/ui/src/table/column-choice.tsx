import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import styles from './column-choice.module.css';
import type { TableColumn } from './table-types.ts';

/** Props of `ColumnChoice`. */
export interface ColumnChoiceProps {
  /** All columns of the table. Those with `rowHeader` are always shown and not offered. */
  readonly columns: readonly Pick<TableColumn<never>, 'id' | 'header' | 'rowHeader'>[];
  /** Ids of the columns that are shown; the caller remembers them. */
  readonly visible: readonly string[];
  /** Called with the ids to show, in the order of `columns`. */
  readonly onChange: (visible: readonly string[]) => void;
  /** Default `Columns`. */
  readonly label?: string;
}

/** A button that opens a list of checkboxes, one for each column. Escape, or a press elsewhere, closes it. */
export function ColumnChoice({ columns, visible, onChange, label = 'Columns' }: ColumnChoiceProps): ReactElement {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const panel = useId();
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [open]);
  const toggle = (id: string) =>
    onChange(columns.filter(column => (column.id === id) !== visible.includes(column.id)).map(column => column.id));
  return (
    <div
      ref={place}
      className={styles.place}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        place.current?.querySelector('button')?.focus();
      }}
    >
      <button type="button" className={styles.button} aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />
        </svg>
        {label}
      </button>
      <fieldset id={panel} className={styles.panel} hidden={!open}>
        <legend className={styles.legend}>{label}</legend>
        {columns
          .filter(column => !column.rowHeader)
          .map(column => (
            <label key={column.id} className={styles.choice}>
              <input type="checkbox" checked={visible.includes(column.id)} onChange={() => toggle(column.id)} />
              {column.header}
            </label>
          ))}
      </fieldset>
    </div>
  );
}
