import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OverrideList } from '@portico/contracts';
import { useShell } from '../layout/shell-context.ts';
import { overrideCalls } from './override-calls.ts';

/** Hook: the overrides of this session and what it may replace, read again with each snapshot. Undefined where that is nothing at all. */
export function useOverrides(): OverrideList | undefined {
  const { portal } = useShell();
  const snapshot = useSyncExternalStore(portal.subscribe, () => {
    const state = portal.getState();
    return state.kind === 'ready' ? state.snapshot : undefined;
  });
  const [list, setList] = useState<OverrideList>();
  useEffect(() => {
    let current = true;
    overrideCalls.list().then(
      found => current && setList(found),
      // Whoever needs them sees the bar; a registry that is away has a banner of its own.
      () => undefined,
    );
    return () => void (current = false);
  }, [snapshot]);
  return list?.enabled && list.remotes.length + list.overrides.length > 0 ? list : undefined;
}
