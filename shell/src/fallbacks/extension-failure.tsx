import type { ReactNode } from 'react';
import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import { ErrorFacts } from './error-facts.tsx';
import styles from './state-page.module.css';

/** Props of `ExtensionFailure`. */
export interface ExtensionFailureProps {
  /** Title of the plugin that the extension is of. */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** What else there is to say of its plugin. */
  readonly note?: ReactNode;
}

/** A card or tab whose plugin failed. It stays in its own place. */
export function ExtensionFailure({ title, error, onRetry, note }: ExtensionFailureProps) {
  const known = isPorticoError(error) ? error : createError(loaderErrors.RENDER_FAILED, { reason: messageOf(error) }, { cause: error });
  return (
    <div role="alert" className={styles['card']}>
      <strong>{title} could not be shown here</strong>
      <p className={styles['text']}>{known.message}</p>
      {note}
      <div className={styles['actions']}>
        <button type="button" className={styles['quiet']} onClick={onRetry}>
          Try again
        </button>
        <code className={styles['code']}>{known.code}</code>
      </div>
      <ErrorFacts error={known} />
    </div>
  );
}
