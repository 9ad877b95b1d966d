import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readListState, writeListState } from './list-state.ts';
import type { ListState } from './list-state.ts';

/** A change of the list. */
export type ListChange = Partial<ListState>;

/**
 * The state of the list in the address, and how to change it. Typing replaces the address, other changes can be undone
 * with Back.
 */
export function useListState(): [ListState, (change: ListChange) => void] {
  const [parameters, setParameters] = useSearchParams();
  const state = useMemo(() => readListState(parameters), [parameters]);
  const change = useCallback(
    (change: ListChange) => {
      setParameters(current => writeListState({ ...readListState(current), ...change }), {
        replace: change.text !== undefined,
      });
    },
    [setParameters],
  );
  return [state, change];
}
