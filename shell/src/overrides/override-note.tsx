import type { SnapshotRemote } from '@portico/contracts';
import { useShell } from '../layout/shell-context.ts';
import styles from './override.module.css';

/** On a page that failed: it is the user's own build that did, and this is the way back. */
export function OverrideNote({ remote }: { readonly remote: SnapshotRemote }) {
  const { resetOverride } = useShell();
  return (
    <div className={styles['note']}>
      <p>
        This is not the published version but the local override from <strong>{remote.override?.origin}</strong>, which only you see.
      </p>
      {/* What may go wrong is said by the bar, which has the same button. */}
      <button type="button" className={styles['quiet']} onClick={() => void resetOverride(remote.id).catch(() => undefined)}>
        Reset to the published version
      </button>
    </div>
  );
}
