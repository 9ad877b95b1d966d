import { Badge } from '@portico/ui/badge';
import type { ReactElement } from 'react';
import styles from './tag-list.module.css';

interface TagListProps {
  readonly tags: readonly string[];
  /** How many are shown. Default: all. */
  readonly limit?: number;
}

/** Tags in a row; those over the limit as a count whose tooltip names them. */
export function TagList({ tags, limit = tags.length }: TagListProps): ReactElement {
  const rest = tags.slice(limit);
  return (
    <ul className={styles.tags}>
      {tags.slice(0, limit).map(tag => (
        <li key={tag}>
          <Badge>{tag}</Badge>
        </li>
      ))}
      {rest.length > 0 ? (
        <li>
          <Badge title={rest.join(', ')}>+{rest.length}</Badge>
        </li>
      ) : null}
    </ul>
  );
}
