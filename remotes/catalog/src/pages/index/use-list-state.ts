import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { changeAddress, impliedList, readAddress, writeAddress } from './list-state.ts';
import type { ListAddress, ListState } from './list-state.ts';

/** A change of the list. */
export type ListChange = Partial<ListAddress>;

/**
 * The state of the list in the address, and how to change it. Typing replaces the address, other changes can be undone
 * with Back.
 *
 * @param owns - whether the user owns anything of a kind
 */
export function useListState(owns: (kind: string) => boolean): readonly [ListState, (change: ListChange) => void, isChosen: boolean] {
  const [parameters, setParameters] = useSearchParams();
  const state = useMemo(() => {
    const address = readAddress(parameters);
    return { ...address, list: address.list ?? impliedList(address, owns(address.kind)) };
  }, [parameters, owns]);
  const change = useCallback(
    (change: ListChange) => {
      setParameters(current => writeAddress(changeAddress(readAddress(current), change, owns)), {
        replace: change.text !== undefined,
      });
    },
    [setParameters, owns],
  );
  // Whether the user owns anything decides only where nothing else does.
  const isChosen = parameters.has('list') || impliedList(state, true) === 'all';
  return [state, change, isChosen];
}
