import { useEffect, useState } from 'react';
import type { UnreachablePortal } from '../discovery/portal-state.ts';
import { ErrorFacts } from '../fallbacks/error-facts.tsx';
import { StatePage } from '../fallbacks/state-page.tsx';
import styles from '../fallbacks/state-page.module.css';

/** Whole seconds until an instant, counted down. */
function useSecondsUntil(instant: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (instant === undefined) return undefined;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [instant]);
  return instant === undefined ? 0 : Math.max(0, Math.ceil((instant - now) / 1000));
}

/** Props of `UnreachablePage`. */
export interface UnreachablePageProps {
  readonly portal: UnreachablePortal;
  readonly onRetry: () => void;
}

/** Nothing is known of what the portal offers: says so, and when it is tried again. */
export function UnreachablePage({ portal, onRetry }: UnreachablePageProps) {
  const { error, attempt, retryAt } = portal;
  const seconds = useSecondsUntil(retryAt);
  return (
    <StatePage title="The plugin registry cannot be reached" icon="cloud" tone="danger" urgent>
      <p>{error.message}</p>
      <p className={styles['text']}>{error.fix}</p>
      <div className={styles['actions']}>
        <button type="button" className={styles['button']} onClick={onRetry} disabled={retryAt === undefined}>
          Try now
        </button>
        <span className={styles['text']} aria-live="off">
          {retryAt === undefined ? 'Trying…' : `Trying again in ${seconds} s`}
        </span>
        <code className={styles['code']}>{error.code}</code>
      </div>
      <ErrorFacts error={error} facts={[['Attempts', String(attempt)]]} />
    </StatePage>
  );
}
