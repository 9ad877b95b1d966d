import type { ReactNode } from 'react';

/** The column that rows are sorted by, and which way. */
export interface TableSort {
  /** The id of a column. */
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A column: its header, and what it shows of a row. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** True when the rows can be sorted by this column. */
  readonly sort?: boolean;
  /** A CSS length or percentage. */
  readonly width?: string;
  /** True for the column that names the row (`th scope="row"`). It can't be hidden. */
  readonly rowHeader?: boolean;
  /** `wrap` (default) breaks long text; `clamp` cuts it after two lines; `nowrap` keeps one line. */
  readonly text?: 'wrap' | 'clamp' | 'nowrap';
  /** `end` for numbers that are compared down the column. */
  readonly align?: 'start' | 'end';
  /** `low` leaves the column out where the table is narrower than 60 rem. */
  readonly priority?: 'normal' | 'low';
}

/**
 * Props of a table. `columns`, `rowKey` and `rowLabel` should be the same objects from render to render (`useMemo`, or outside
 * of the component): rows are drawn again when they change.
 */
export interface TableProps<Row> {
  /** The caption, for screen readers. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: TableSort | undefined;
  /** Called with the sort that a press on a header asks for; the caller brings the rows in that order. */
  readonly onSortChange?: ((sort: TableSort) => void) | undefined;
  /** Shown in place of rows when there are none and none are loading. */
  readonly empty?: ReactNode;
  /** True while newer rows are on their way: the old ones stay, dimmed. */
  readonly busy?: boolean;
  /** Ids of the columns to show; all when absent. The row header is always shown. See `ColumnChoice`. */
  readonly visibleColumns?: readonly string[] | undefined;
  /** Keys of the selected rows. With `onSelectionChange` each row gets a checkbox. */
  readonly selection?: ReadonlySet<string>;
  /** Called with the selection that a press on a checkbox asks for; Shift takes the rows between along. */
  readonly onSelectionChange?: (selection: ReadonlySet<string>) => void;
  /** What the checkbox of a row is named after; the key by default. */
  readonly rowLabel?: (row: Row) => string;
  /** How many rows to hold a place for after `rows`, while they are loading. Say 0 when none are, so that columns keep their width. */
  readonly loadingRows?: number;
  /** How many rows there are in all, where not all of them are loaded. For screen readers. */
  readonly rowCount?: number;
  /** Called when the end of the rows is less than a screen away: once for each length of `rows`. Leave it out when there is no more. */
  readonly onReachEnd?: (() => void) | undefined;
  /** The usual height of a row in pixels, until rows are measured and for loading rows. Default: that of the density (45, 32 compact). */
  readonly rowHeight?: number;
}
