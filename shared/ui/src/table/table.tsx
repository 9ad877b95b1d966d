import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { HeaderCell } from './header-cell.tsx';
import styles from './table.module.css';
import { TableBody } from './table-body.tsx';
import type { TableProps } from './table-types.ts';
import { drawnAlways } from './use-row-window.ts';

export { ColumnChoice } from './column-choice.tsx';
export type { ColumnChoiceProps } from './column-choice.tsx';
export type { TableColumn, TableProps, TableSort } from './table-types.ts';

/**
 * A table of data. With many rows only those near the visible part of the page are in the document; the page itself scrolls. On a
 * narrow screen each row becomes a block with the header beside every value; the roles are written out because some browsers
 * forget those of a table whose display changes.
 *
 * Keyboard: arrows, Home, End, Page Up and Page Down move between the links that open the rows.
 *
 * The header sticks below `--portico-sticky-top`, a length that the frame round the page sets (0 by default).
 */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { columns, rows, visibleColumns, loadingRows, onReachEnd, sort, onSortChange } = props;
  const shown = useMemo(
    () => (visibleColumns ? columns.filter(({ id, rowHeader }) => rowHeader || visibleColumns.includes(id)) : columns),
    [columns, visibleColumns],
  );
  if (rows.length === 0 && !loadingRows && props.empty !== undefined) return <>{props.empty}</>;
  // Columns that take their width from the rows would move while rows come and go.
  const fixed = loadingRows !== undefined || onReachEnd !== undefined || rows.length > drawnAlways;
  const partial = rows.length > drawnAlways || (props.rowCount ?? 0) > rows.length;
  return (
    <div className={styles.frame}>
      <table
        className={styles.table}
        role="table"
        aria-busy={props.busy ?? (rows.length === 0 && Boolean(loadingRows))}
        data-dimmed={Boolean(props.busy) && rows.length > 0}
        data-columns={fixed ? 'fixed' : 'auto'}
        aria-rowcount={partial ? (props.rowCount ?? rows.length) + 1 : undefined}
      >
        <caption className={styles.caption}>{props.label}</caption>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {props.onSelectionChange ? <SelectAll table={props} /> : null}
            {shown.map(column => (
              <HeaderCell key={column.id} column={column} sort={sort} onSortChange={column.sort ? onSortChange : undefined} />
            ))}
          </tr>
        </thead>
        <TableBody table={props} columns={shown} />
      </table>
    </div>
  );
}

/** Takes all loaded rows into the selection, or, when all are in it, out of it. */
function SelectAll<Row>({ table }: { readonly table: TableProps<Row> }): ReactElement {
  const { rows, rowKey, selection, onSelectionChange } = table;
  const chosen = selection?.size ? rows.filter(row => selection.has(rowKey(row))).length : 0;
  const all = rows.length > 0 && chosen === rows.length;
  const change = () => {
    const next = new Set(selection);
    for (const row of rows) {
      if (all) next.delete(rowKey(row));
      else next.add(rowKey(row));
    }
    onSelectionChange?.(next);
  };
  return (
    <th role="columnheader" scope="col" className={styles.select}>
      <input
        type="checkbox"
        aria-label="Select all rows"
        checked={all}
        ref={box => {
          if (box) box.indeterminate = chosen > 0 && !all;
        }}
        onChange={change}
      />
    </th>
  );
}
