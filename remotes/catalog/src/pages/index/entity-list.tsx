import { isPorticoError, messageOf } from '@portico/errors';
import type { Entity } from '@portico/plugin-catalog-common';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { QueryEntitiesResponse } from '@portico/plugin-catalog-react';
import { Button } from '@portico/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import type { TableColumn } from '@portico/ui/table';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { entityColumns } from './entity-columns.tsx';
import styles from './index-page.module.css';
import { sortColumns } from './list-state.ts';
import type { ListState } from './list-state.ts';

interface EntityListProps {
  readonly query: UseQueryResult<QueryEntitiesResponse>;
  readonly sort: ListState['sort'];
  /** Adds the column of kinds. */
  readonly showKind: boolean;
  readonly onSortChange: (sort: ListState['sort']) => void;
  /** What takes the filters away, where there are any. */
  readonly clear: ReactNode;
}

/** The rows, or why there are none. */
export function EntityList({ query, sort, showKind, onSortChange, clear }: EntityListProps): ReactElement {
  const columns = useMemo(() => entityColumns(showKind), [showKind]);
  const { data, error, isPlaceholderData, refetch } = query;
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
  if (data === undefined) return <WaitingRows columns={columns} />;
  return (
    <>
      {error ? (
        <p className={styles.stale} role="alert">
          These rows may be old: {messageOf(error)}{' '}
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      ) : null}
      <Table
        label="Entities"
        columns={columns}
        rows={data.items}
        rowKey={stringifyEntityRef}
        sort={sort}
        busy={isPlaceholderData}
        onSortChange={({ column, direction }) => {
          const known = sortColumns.find(one => one === column);
          if (known) onSortChange({ column: known, direction });
        }}
        empty={
          <EmptyState
            title={clear ? 'No entity matches' : 'The catalog is empty'}
            description={
              clear
                ? 'Nothing of this kind holds the text in its name, title, description or tags.'
                : 'Name catalog-info.yaml files under catalog.locations in the configuration.'
            }
            action={clear}
          />
        }
      />
    </>
  );
}

const waitingRows = Array.from({ length: 8 }, (_, index) => String(index));

function WaitingRows({ columns }: { readonly columns: readonly TableColumn<Entity>[] }): ReactElement {
  const waiting = columns.map(({ id, header, width }) => ({
    id,
    header,
    ...(width === undefined ? {} : { width }),
    cell: () => <Skeleton width={id === 'description' ? '90%' : '60%'} />,
  }));
  return (
    <div aria-busy="true">
      <Table label="Entities are loading" columns={waiting} rows={waitingRows} rowKey={row => row} />
    </div>
  );
}
