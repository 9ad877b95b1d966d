import { isPorticoError, messageOf } from '@portico/errors';
import { ErrorState, Skeleton } from '@portico/ui/states';
import type { ReactElement, ReactNode } from 'react';
import type { Loaded } from '../api/use-loaded.ts';

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
      <div aria-busy="true">
        {/* As many as the portal shows while the card's code is on its way. */}
        <Skeleton lines={3} />
      </div>
    );
  }
  const { error, retry } = state;
  return (
    <ErrorState title={failed} message={messageOf(error)} code={isPorticoError(error) ? error.code : undefined} onRetry={retry} />
  );
}
