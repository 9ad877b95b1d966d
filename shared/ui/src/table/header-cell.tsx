import type { ReactElement } from 'react';
import styles from './table.module.css';

export interface TableSort {
  /** The id of a column. */
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

interface HeaderCellProps {
  readonly column: { readonly id: string; readonly header: string; readonly width?: string };
  readonly sort: TableSort | undefined;
  readonly onSortChange: ((sort: TableSort) => void) | undefined;
}

/** A column header; a button when the column can be sorted. The first press sorts ascending, the next turns it round. */
export function HeaderCell({ column, sort, onSortChange }: HeaderCellProps): ReactElement {
  const current = sort?.column === column.id ? sort.direction : undefined;
  const style = column.width === undefined ? {} : { width: column.width };
  if (!onSortChange) {
    return (
      <th scope="col" role="columnheader" style={style}>
        {column.header}
      </th>
    );
  }
  const next = current === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" role="columnheader" style={style} aria-sort={current ?? 'none'}>
      <button className={styles.sort} type="button" onClick={() => onSortChange({ column: column.id, direction: next })}>
        {column.header}
        <svg className={styles.arrow} viewBox="0 0 10 12" aria-hidden="true" data-direction={current ?? 'none'}>
          <path data-part="up" d="M5 1 8.5 5h-7z" />
          <path data-part="down" d="M5 11 1.5 7h7z" />
        </svg>
      </button>
    </th>
  );
}
