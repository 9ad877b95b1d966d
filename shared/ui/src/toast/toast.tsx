import type { ReactElement } from 'react';
import { ToastItem } from './toast-item.tsx';
import type { Toast } from './toast-item.tsx';
import styles from './toast.module.css';

export type { Toast } from './toast-item.tsx';

/** Props of `ToastRegion`. */
export interface ToastRegionProps {
  /** Names the landmark. Default "Notifications". */
  readonly label?: string;
  /** From the oldest to the newest. */
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: string) => void;
}

/**
 * Short messages at the lower edge. They are announced, never take the focus, and wait while they are pointed at or have the focus.
 * The region is always in the page: what is put into it later is announced.
 */
export function ToastRegion({ label = 'Notifications', toasts, onDismiss }: ToastRegionProps): ReactElement {
  return (
    <section className={styles.region} aria-label={label}>
      <ol className={styles.list}>
        {toasts.map(toast => (
          <ToastItem key={toast.id} toast={toast} onDismiss={onDismiss} />
        ))}
      </ol>
    </section>
  );
}
