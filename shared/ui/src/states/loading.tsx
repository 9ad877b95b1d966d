import type { ReactElement } from 'react';
import styles from './states.module.css';

/** A spinner with its reason. It fades in late, so that fast answers don't flicker. */
export function Loading({ label = 'Loading' }: { readonly label?: string }): ReactElement {
  return (
    <div className={styles.loading} role="status">
      <span className={styles.spinner} aria-hidden="true" />
      <span>{label}</span>
    </div>
  );
}
