import type { SnapshotRemote } from '@portico/contracts';
import { createError, isPorticoError, loaderErrors, messageOf } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { missingFileOf } from '../loading/missing-file.ts';
import { OverrideNote } from '../parts/shell-parts.tsx';
import { ErrorFacts } from './error-facts.tsx';
import { StatePage } from './state-page.tsx';
import styles from './state-page.module.css';

/** Props of `BrokenPage`. */
export interface BrokenPageProps {
  readonly remote: SnapshotRemote;
  /** Whatever was thrown while the plugin was loaded or rendered. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

function explainThrown(cause: unknown): PorticoError {
  // A part of the page that comes when it is shown.
  if (missingFileOf(cause) !== undefined) return createError(loaderErrors.FILES_UNREACHABLE, { what: 'the plugin' }, { cause });
  return createError(loaderErrors.RENDER_FAILED, { reason: messageOf(cause) }, { cause });
}

/** A page whose plugin failed: which one, what happened, its code, and a button that loads it anew. */
export function BrokenPage({ remote, error, onRetry }: BrokenPageProps) {
  const known = isPorticoError(error) ? error : explainThrown(error);
  const facts = [
    ['Plugin', remote.id],
    ['Version', remote.version],
    ['Entry', remote.entry.url],
  ] as const;
  return (
    <StatePage title={`${remote.title} could not be shown`} icon="plug" tone="danger" urgent>
      <p>{known.message}</p>
      <p className={styles['text']}>{known.fix}</p>
      {remote.override && <OverrideNote remote={remote} />}
      <div className={styles['actions']}>
        <button type="button" className={styles['button']} onClick={onRetry}>
          Try again
        </button>
        <code className={styles['code']}>{known.code}</code>
      </div>
      <ErrorFacts error={known} facts={facts} />
    </StatePage>
  );
}
