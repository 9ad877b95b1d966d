import { memo } from 'react';
import type { ReactElement } from 'react';
import styles from './table.module.css';
import type { TableColumn } from './table-types.ts';

interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly TableColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  /** Undefined where rows can't be selected. */
  readonly selected: boolean | undefined;
  readonly onSelect: (index: number, withShift: boolean) => void;
}

function PlainRow<Row>({ row, index, columns, rowLabel, selected, onSelect }: TableRowProps<Row>): ReactElement {
  return (
    <tr role="row" className={styles.row} data-index={index} aria-rowindex={index + 2} data-selected={selected ?? false} tabIndex={-1}>
      {selected === undefined ? null : (
        <td role="cell" className={styles.select}>
          <input
            type="checkbox"
            aria-label={`Select ${rowLabel(row)}`}
            checked={selected}
            onChange={event => onSelect(index, 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true)}
          />
        </td>
      )}
      {columns.map(column => (
        <BodyCell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
}

/** One row. Drawn again only when its own data, the columns or its selection change. */
export const TableRow = memo(PlainRow) as typeof PlainRow;

function BodyCell<Row>({ column, row }: { readonly column: TableColumn<Row>; readonly row: Row }): ReactElement {
  const content = column.cell(row);
  const inner = column.text === 'clamp' ? <div className={styles.clamp}>{content}</div> : content;
  const look = { 'data-text': column.text ?? 'wrap', 'data-align': column.align, 'data-priority': column.priority };
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader" {...look}>
        {inner}
      </th>
    );
  }
  const blank = content === null || content === undefined || content === '';
  return (
    <td role="cell" data-label={column.header} data-blank={blank} {...look}>
      {inner}
    </td>
  );
}
