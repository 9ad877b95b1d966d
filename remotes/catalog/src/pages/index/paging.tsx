import type { QueryEntitiesResponse } from '@portico/plugin-catalog-react';
import { Button } from '@portico/ui/button';
import type { ReactElement } from 'react';
import { pageSize } from '../../api/list-request.ts';
import styles from './index-page.module.css';
import type { ListChange } from './use-list-state.ts';

interface PagingProps {
  readonly pageInfo: QueryEntitiesResponse['pageInfo'];
  readonly page: number;
  readonly totalItems: number;
  readonly onChange: (change: ListChange) => void;
}

/** Moves through the pages by the cursors that the catalog gave. Nothing where one page holds all. */
export function Paging({ pageInfo, page, totalItems, onChange }: PagingProps): ReactElement | null {
  const { nextCursor, prevCursor } = pageInfo;
  if (nextCursor === undefined && prevCursor === undefined) return null;
  return (
    <nav className={styles.paging} aria-label="Pages">
      <span>
        Page {page} of {Math.max(page, Math.ceil(totalItems / pageSize))}
      </span>
      <Button
        size="small"
        disabled={prevCursor === undefined}
        onClick={() => onChange(page <= 2 ? {} : { cursor: prevCursor, page: page - 1 })}
      >
        Previous
      </Button>
      <Button size="small" disabled={nextCursor === undefined} onClick={() => onChange({ cursor: nextCursor, page: page + 1 })}>
        Next
      </Button>
    </nav>
  );
}
