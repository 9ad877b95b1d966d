import { startTransition, useCallback, useEffect, useState } from 'react';
import type { SnapshotRemote } from '@portico/contracts';
import { useShell } from '../layout/shell-context.ts';
import type { ReadyExtension } from './extension-loads.ts';
import { keyOf } from './remote-state.ts';

/** How far the extension of a page is. */
export type PageExtension =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly ready: ReadyExtension }
  | { readonly status: 'failed'; readonly error: unknown };

interface Outcome {
  readonly key: string;
  readonly state: PageExtension;
}

/**
 * Hook: loads the extension of a page, at once from what is loaded already. Not by Suspense: React holds content back for
 * 300 ms once it has shown a fallback.
 *
 * @returns its state, and how to load it anew after an error
 */
export function usePageExtension(remote: SnapshotRemote, extensionId: string): readonly [PageExtension, (error: unknown) => void] {
  const { loads } = useShell();
  const [turn, setTurn] = useState(0);
  const [outcome, setOutcome] = useState<Outcome>();
  const key = `${keyOf(remote)} ${remote.status} ${extensionId} ${turn}`;
  useEffect(() => {
    let current = true;
    // In slices, so that what the user does meanwhile is not held up.
    const settle = (state: PageExtension) => current && startTransition(() => setOutcome({ key, state }));
    loads.load(remote, extensionId).then(
      ready => settle({ status: 'ready', ready }),
      (error: unknown) => settle({ status: 'failed', error }),
    );
    return () => void (current = false);
    // The remote is a new object with each snapshot; `key` says when it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [loads, key]);
  const again = useCallback(
    (error: unknown) => {
      loads.again(remote, extensionId, error);
      setTurn(before => before + 1);
    },
    [loads, remote, extensionId],
  );
  if (outcome?.key === key) return [outcome.state, again];
  const ready = loads.peek(remote, extensionId);
  return [ready ? { status: 'ready', ready } : { status: 'loading' }, again];
}
