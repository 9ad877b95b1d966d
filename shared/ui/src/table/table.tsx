import type { ReactElement, ReactNode } from 'react';
import { HeaderCell } from './header-cell.tsx';
import type { TableSort } from './header-cell.tsx';
import styles from './table.module.css';

export type { TableSort } from './header-cell.tsx';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** True when the rows can be sorted by this column. */
  readonly sort?: boolean;
  /** A CSS length or percentage. */
  readonly width?: string;
  /** True for the column that names the row (`th scope="row"`). */
  readonly rowHeader?: boolean;
  /** `wrap` (default) breaks long text; `clamp` cuts it after two lines; `nowrap` keeps one line. */
  readonly text?: 'wrap' | 'clamp' | 'nowrap';
}

export interface TableProps<Row> {
  /** The caption, for screen readers. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: TableSort | undefined;
  /** Called with the sort that a press on a header asks for; the caller brings the rows in that order. */
  readonly onSortChange?: (sort: TableSort) => void;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
  /** True while newer rows are on their way: the old ones stay, dimmed. */
  readonly busy?: boolean;
}

/**
 * A table of data. On a narrow screen each row becomes a block with the header beside every value; the roles are
 * written out because some browsers forget those of a table whose display changes.
 */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { label, columns, rows, rowKey, sort, onSortChange, empty, busy = false } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div className={styles.frame}>
      <table className={styles.table} role="table" aria-busy={busy}>
        <caption className={styles.caption}>{label}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(column => (
              <HeaderCell
                key={column.id}
                column={column}
                sort={sort}
                onSortChange={column.sort ? onSortChange : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(row => (
            <tr key={rowKey(row)} role="row">
              {columns.map(column => (
                <BodyCell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BodyCell<Row>({ column, row }: { readonly column: TableColumn<Row>; readonly row: Row }): ReactElement {
  const content = column.cell(row);
  const inner = column.text === 'clamp' ? <div className={styles.clamp}>{content}</div> : content;
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader" data-text={column.text ?? 'wrap'}>
        {inner}
      </th>
    );
  }
  const blank = content === null || content === undefined || content === '';
  return (
    <td role="cell" data-label={column.header} data-blank={blank} data-text={column.text ?? 'wrap'}>
      {inner}
    </td>
  );
}
