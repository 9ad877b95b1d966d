import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import { ErrorFacts } from './error-facts.tsx';
import styles from './state-page.module.css';

/** Props of `ExtensionFailure`. */
export interface ExtensionFailureProps {
  /** Title of the plugin that the extension is of. */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** A card or tab whose plugin failed. It stays in its own place. */
export function ExtensionFailure({ title, error, onRetry }: ExtensionFailureProps) {
  const known = isPorticoError(error) ? error : createError(loaderErrors.RENDER_FAILED, { reason: messageOf(error) }, { cause: error });
  return (
    <div role="alert" className={styles['card']}>
      <strong>{title} could not be shown here</strong>
      <p className={styles['text']}>{known.message}</p>
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
