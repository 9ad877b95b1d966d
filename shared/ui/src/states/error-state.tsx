import type { ReactElement, ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import styles from './states.module.css';

/** Props of `ErrorState`. */
export interface ErrorStateProps {
  /** What could not be done: "The catalog can't be read". */
  readonly title: string;
  /** What happened, and the fix when there is one. */
  readonly message: ReactNode;
  /** The stable code of the error, for a search or a ticket. */
  readonly code?: string | undefined;
  /** Shows a button "Try again". */
  readonly onRetry?: (() => void) | undefined;
  /** More actions beside the retry. */
  readonly action?: ReactNode;
}

/** Says that something failed, with its code and a retry that needs no page reload. Announced at once. */
export function ErrorState({ title, message, code, onRetry, action }: ErrorStateProps): ReactElement {
  return (
    <div className={styles.state} data-tone="danger" role="alert">
      <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 3 2 20h20zM12 10v4.5M12 17.2v.1" />
      </svg>
      <p className={styles.title}>{title}</p>
      <div className={styles.description}>{message}</div>
      {code ? (
        <p className={styles.code}>
          Code <code>{code}</code>
        </p>
      ) : null}
      {onRetry || action ? (
        <div className={styles.action}>
          {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
          {action}
        </div>
      ) : null}
    </div>
  );
}
