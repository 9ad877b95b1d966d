import { useState } from 'react';
import type { SnapshotRemote } from '@portico/contracts';
import { isPorticoError, messageOf } from '@portico/errors';
import { useShell } from '../layout/shell-context.ts';
import styles from './override-bar.module.css';

/** Props of `OverrideBar`. */
export interface OverrideBarProps {
  /** The remotes that are overridden. */
  readonly remotes: readonly SnapshotRemote[];
}

/** Says, wherever the page is scrolled to, what does not come from the portal, and takes it back in one click. */
export function OverrideBar({ remotes }: OverrideBarProps) {
  const { resetOverride } = useShell();
  const [state, setState] = useState<{ readonly busy?: string; readonly failure?: string }>({});
  const reset = (id: string) => {
    setState({ busy: id });
    resetOverride(id).then(
      () => setState({}),
      (thrown: unknown) => setState({ failure: isPorticoError(thrown) ? thrown.message : messageOf(thrown) }),
    );
  };
  return (
    <section className={styles['bar']} aria-label="Overrides in use">
      <div role="status">
        <ul className={styles['list']}>
          {remotes.map(({ id, title, override }) => (
            <li key={id}>
              <span>
                <strong>{title}</strong> is loaded from <strong className={styles['origin']}>{override?.origin}</strong>, unchecked and in
                your session only.
              </span>
              <button type="button" disabled={state.busy === id} aria-label={`Reset ${title}`} onClick={() => reset(id)}>
                Reset
              </button>
            </li>
          ))}
        </ul>
      </div>
      {state.failure && (
        <p role="alert" className={styles['failure']}>
          It could not be reset: {state.failure} Try again, or open the portal with ?portico-remote=reset in its address.
        </p>
      )}
    </section>
  );
}
