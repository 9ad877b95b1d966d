import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../button/button.tsx';
import styles from './toast.module.css';

/** A message that goes by itself. */
export interface Toast {
  readonly id: string;
  readonly message: string;
  readonly description?: string;
  readonly tone?: 'info' | 'success' | 'warning' | 'danger';
  /** Milliseconds until it goes by itself. Default 6,000; never for `danger` and for one with an action. */
  readonly durationMs?: number;
  /** One thing to do about it: "Undo". */
  readonly action?: { readonly label: string; readonly onAction: () => void };
}

const usualDurationMs = 6000;

/** One message, with its close button. */
export function ToastItem({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: (id: string) => void }): ReactElement {
  const { id, message, description, tone = 'info', action } = toast;
  const stays = tone === 'danger' || action !== undefined;
  const durationMs = toast.durationMs ?? (stays ? undefined : usualDurationMs);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || durationMs === undefined) return;
    const timer = setTimeout(() => onDismiss(id), durationMs);
    return () => clearTimeout(timer);
  }, [held, durationMs, id, onDismiss]);
  return (
    <li
      className={styles.toast}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={styles.words} role={tone === 'danger' ? 'alert' : 'status'}>
        <p className={styles.message}>{message}</p>
        {description ? <p className={styles.description}>{description}</p> : null}
      </div>
      {action ? (
        <Button
          size="small"
          variant="plain"
          onClick={() => {
            action.onAction();
            onDismiss(id);
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <button type="button" className={styles.dismiss} aria-label={`Dismiss: ${message}`} onClick={() => onDismiss(id)}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" />
        </svg>
      </button>
    </li>
  );
}
