import type { ReactElement, ReactNode } from 'react';
import styles from './states.module.css';

/** Props of `EmptyState`. */
export interface EmptyStateProps {
  /** What there is nothing of, in a few words. */
  readonly title: string;
  /** Why, and what one could do about it. */
  readonly description?: ReactNode;
  readonly action?: ReactNode;
}

/** Says that there is nothing to show, which is no error. Announced politely when it takes the place of a list. */
export function EmptyState({ title, description, action }: EmptyStateProps): ReactElement {
  return (
    <div className={styles.state} role="status">
      <svg className={styles.drawing} viewBox="0 0 64 40" aria-hidden="true">
        <path d="M8 36h48M12 32h40M16 32V14M28 32V14M36 32V14M48 32V14M10 14h44L32 4z" />
      </svg>
      <p className={styles.title}>{title}</p>
      {description ? <div className={styles.description}>{description}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
