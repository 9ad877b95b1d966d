import type { ReactElement, ReactNode } from 'react';
import styles from './badge.module.css';

/** What a badge says by its colour, beside its text. */
export type BadgeTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

/** Props of `Badge`. */
export interface BadgeProps {
  /** Default `neutral`. The tone only repeats what the text says: colour is never the sole carrier of meaning. */
  readonly tone?: BadgeTone;
  readonly children: ReactNode;
  readonly title?: string;
}

/** A short word about something: a state, a tag, a count. */
export function Badge({ tone = 'neutral', children, title }: BadgeProps): ReactElement {
  return (
    <span className={styles.badge} data-tone={tone} {...(title === undefined ? {} : { title })}>
      {children}
    </span>
  );
}
