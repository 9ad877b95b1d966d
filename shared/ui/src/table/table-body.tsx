import { useRef } from 'react';
import type { ReactElement } from 'react';
import { onRowKey } from './row-keys.ts';
import styles from './table.module.css';
import { TableRow } from './table-row.tsx';
import type { TableColumn, TableProps } from './table-types.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useRowWindow } from './use-row-window.ts';

interface TableBodyProps<Row> {
  readonly table: TableProps<Row>;
  readonly columns: readonly TableColumn<Row>[];
}

/** The rows that cover the visible part of the page, with the place of the others, and those still loading. */
export function TableBody<Row>({ table, columns }: TableBodyProps<Row>): ReactElement {
  const { rows, rowKey, rowLabel = rowKey, loadingRows = 0, rowHeight = 45, onReachEnd, selection } = table;
  const body = useRef<HTMLTableSectionElement>(null);
  const { slots, goTo } = useRowWindow({ body, count: rows.length, rowHeight, onReachEnd });
  const select = useRowSelection(table);
  const span = columns.length + (table.onSelectionChange ? 1 : 0);
  return (
    <>
      <tbody ref={body} role="rowgroup" onKeyDown={event => onRowKey(event, { count: rows.length, goTo })}>
        {slots.map(slot => {
          if ('gap' in slot) {
            return (
              <tr key={`gap-${slot.before}`} className={styles.gap} aria-hidden="true">
                {/* Not across all columns: those that a narrow table leaves out would come back as empty ones. */}
                <td style={{ height: slot.gap }} />
              </tr>
            );
          }
          const row = rows[slot.index] as Row;
          const key = rowKey(row);
          return (
            <TableRow
              key={key}
              row={row}
              index={slot.index}
              columns={columns}
              rowKey={rowKey}
              rowLabel={rowLabel}
              selected={table.onSelectionChange ? (selection?.has(key) ?? false) : undefined}
              onSelect={select}
            />
          );
        })}
      </tbody>
      {loadingRows > 0 ? <LoadingRows count={loadingRows} span={span} columns={columns} rowHeight={table.rowHeight} /> : null}
    </>
  );
}

interface LoadingRowsProps<Row> {
  readonly count: number;
  readonly span: number;
  readonly columns: readonly TableColumn<Row>[];
  /** Undefined for the usual height of the density. */
  readonly rowHeight: number | undefined;
}

function LoadingRows<Row>({ count, span, columns, rowHeight }: LoadingRowsProps<Row>): ReactElement {
  return (
    <tbody role="rowgroup" aria-busy="true">
      {Array.from({ length: count }, (_, row) => (
        <tr key={row} role="row" className={styles.loading} aria-hidden="true" style={{ height: rowHeight ?? 'var(--portico-row-height)' }}>
          {span > columns.length ? <td className={styles.select} /> : null}
          {columns.map((column, place) => (
            <td key={column.id} data-priority={column.priority}>
              {/* Bars of differing length look like text, and the same at each render. */}
              <span className={styles.bar} style={{ width: `${45 + ((row * 29 + place * 37) % 45)}%` }} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
