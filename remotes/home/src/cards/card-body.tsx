import { isPorticoError, messageOf } from '@portico/errors';
import { ErrorState, Skeleton } from '@portico/ui/states';
import type { ReactElement, ReactNode } from 'react';
import type { Loaded } from '../api/use-loaded.ts';
import styles from './cards.module.css';

interface CardBodyProps<T> {
  readonly state: Loaded<T>;
  /** What can't be shown when it fails: "Your entities can't be read". */
  readonly failed: string;
  readonly children: (value: T) => ReactNode;
}

/** The content of a card while it loads, when it failed, and when it is there. */
export function CardBody<T>({ state, failed, children }: CardBodyProps<T>): ReactElement {
  if (state.status === 'ready') return <>{children(state.value)}</>;
  if (state.status === 'loading') {
    return (
      <div aria-busy="true" className={styles.loading}>
        <Skeleton lines={6} />
      </div>
    );
  }
  const { error, retry } = state;
  return (
    <ErrorState title={failed} message={messageOf(error)} code={isPorticoError(error) ? error.code : undefined} onRetry={retry} />
  );
}
