import { isPorticoError, messageOf } from '@portico/errors';
import type { Entity } from '@portico/plugin-catalog-common';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { QueryEntitiesResponse } from '@portico/plugin-catalog-react';
import { Button } from '@portico/ui/button';
import { EmptyState, ErrorState } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import type { TableColumn, TableSort } from '@portico/ui/table';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import styles from './index-page.module.css';
import { sortColumns } from './list-state.ts';
import type { ListState } from './list-state.ts';

interface EntityListProps {
  readonly query: UseInfiniteQueryResult<InfiniteData<QueryEntitiesResponse>>;
  /** True while it is not known yet which list to show. */
  readonly deciding: boolean;
  readonly state: ListState;
  readonly columns: readonly TableColumn<Entity>[];
  /** Ids of the columns that are shown. */
  readonly visibleColumns: readonly string[];
  readonly onSortChange: (sort: ListState['sort']) => void;
  /** What takes the filters away, where there are any. */
  readonly clear: ReactNode;
}

/** As many as fill a screen. */
const waitingRows = 12;
const noRows: readonly Entity[] = [];

/** The rows, or why there are none. */
export function EntityList(props: EntityListProps): ReactElement {
  const { query, deciding, state, columns, visibleColumns, onSortChange, clear } = props;
  const typeIsKnown = state.filters.type?.length === 1;
  // A type that all rows have in common needs no column.
  const visible = useMemo(() => visibleColumns.filter(id => id !== 'type' || !typeIsKnown), [visibleColumns, typeIsKnown]);
  const { data, error, isPlaceholderData, refetch, hasNextPage, fetchNextPage, isFetchNextPageError } = query;
  const rows = useMemo(() => data?.pages.flatMap(page => page.items) ?? [], [data]);
  if (data === undefined && error) {
    return (
      <ErrorState
        title="The catalog can't be read"
        message={messageOf(error)}
        code={isPorticoError(error) ? error.code : undefined}
        onRetry={() => void refetch()}
      />
    );
  }
  const sortBy = ({ column, direction }: TableSort) => {
    const known = sortColumns.find(one => one === column);
    if (known) onSortChange({ column: known, direction });
  };
  // The same header before there are rows, so that nothing moves when they come.
  const table = { columns, visibleColumns: visible, rowKey: stringifyEntityRef, sort: state.sort, onSortChange: sortBy };
  if (data === undefined || deciding) return <Table {...table} label="Entities are loading" rows={noRows} loadingRows={waitingRows} />;
  return (
    <>
      {error ? (
        <p className={styles.stale} role="alert">
          These rows may be old: {messageOf(error)}{' '}
          <Button size="small" onClick={() => void (isFetchNextPageError ? fetchNextPage() : refetch())}>
            Try again
          </Button>
        </p>
      ) : null}
      <Table
        {...table}
        label="Entities"
        rows={rows}
        busy={isPlaceholderData}
        rowCount={data.pages[0]?.totalItems ?? rows.length}
        loadingRows={hasNextPage && !error ? 3 : 0}
        onReachEnd={hasNextPage && !error ? () => void fetchNextPage() : undefined}
        empty={
          <EmptyState
            title={clear ? 'No entity matches' : 'The catalog is empty'}
            description={
              clear
                ? emptyReason(state)
                : 'Name catalog-info.yaml files under catalog.locations in the configuration.'
            }
            action={clear}
          />
        }
      />
    </>
  );
}

function emptyReason({ list, text }: ListState): string {
  if (text !== '') return 'Nothing here holds the text in its name, title, description or tags.';
  if (list === 'starred') return 'Star an entity on its page, and it stays at hand here.';
  if (list === 'owned') return 'Neither you nor your groups own anything like this.';
  return 'Nothing of this kind has all that the filters ask for.';
}
