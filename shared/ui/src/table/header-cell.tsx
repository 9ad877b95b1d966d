import type { ReactElement } from 'react';
import styles from './table.module.css';
import type { TableColumn, TableSort } from './table-types.ts';


interface HeaderCellProps {
  readonly column: Pick<TableColumn<never>, 'id' | 'header' | 'width' | 'align' | 'priority'>;
  readonly sort: TableSort | undefined;
  readonly onSortChange: ((sort: TableSort) => void) | undefined;
}

/** A column header; a button when the column can be sorted. The first press sorts ascending, the next turns it round. */
export function HeaderCell({ column, sort, onSortChange }: HeaderCellProps): ReactElement {
  const current = sort?.column === column.id ? sort.direction : undefined;
  const style = column.width === undefined ? {} : { width: column.width };
  const look = { 'data-align': column.align, 'data-priority': column.priority, style };
  if (!onSortChange) {
    return (
      <th scope="col" role="columnheader" {...look}>
        {column.header}
      </th>
    );
  }
  const next = current === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" role="columnheader" {...look} aria-sort={current ?? 'none'}>
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
