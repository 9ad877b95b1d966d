import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OverrideList } from '@portico/contracts';
import { useShell } from '../layout/shell-context.ts';
import { ActiveOverrides } from './active-overrides.tsx';
import { overrideCalls } from './override-calls.ts';
import { OverrideForm } from './override-form.tsx';
import styles from './override.module.css';

/** Hook: the overrides of this session, read again with each snapshot. */
function useOverrides(): OverrideList | undefined {
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
  return list;
}

/** For those who write plugins: another build in the place of a remote, in this session. Nothing for everybody else. */
export function OverrideSettings() {
  const list = useOverrides();
  if (!list?.enabled || (list.remotes.length === 0 && list.overrides.length === 0)) return null;
  return (
    <section className={styles['panel']} id="overrides" aria-labelledby="overrides-title">
      <div>
        <h2 id="overrides-title">Local overrides</h2>
        <p className={styles['muted']}>
          See your own build of a plugin in this portal: in this session only, until you reset it or sign out. It may come from{' '}
          {list.origins.map((origin, index) => (
            <span key={origin}>
              {index > 0 && (index === list.origins.length - 1 ? ' and ' : ', ')}
              <code>{origin}</code>
            </span>
          ))}
          {list.origins.length === 0 && 'nowhere: the operator names no origin'}.
        </p>
      </div>
      {list.overrides.length > 0 && <ActiveOverrides overrides={list.overrides} />}
      {list.remotes.length > 0 && <OverrideForm remotes={list.remotes} full={list.overrides.length >= list.mostPerSession} />}
    </section>
  );
}
