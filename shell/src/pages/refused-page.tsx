import type { SnapshotRemote } from '@portico/contracts';
import type { PorticoError } from '@portico/errors';
import { ErrorFacts } from '../fallbacks/error-facts.tsx';
import { StatePage } from '../fallbacks/state-page.tsx';
import { OverrideNote } from '../parts/shell-parts.tsx';
import styles from '../fallbacks/state-page.module.css';

/** A page whose plugin is registered but did not pass its checks. There is nothing to try again here. */
export function RefusedPage({ remote, error }: { readonly remote: SnapshotRemote; readonly error: PorticoError }) {
  return (
    <StatePage title={`${remote.title} is not available`} icon="shield" tone="danger" urgent>
      {error.code !== 'REGISTRY_REMOTE_DISABLED' && (
        <p>This version of the plugin did not pass the checks of the registry, so it is not loaded.</p>
      )}
      <p>{error.message}</p>
      <p className={styles['text']}>{error.fix}</p>
      {remote.override && <OverrideNote remote={remote} />}
      <div className={styles['actions']}>
        <code className={styles['code']}>{error.code}</code>
      </div>
      <ErrorFacts
        error={error}
        facts={[
          ['Plugin', remote.id],
          ['Version', remote.version],
        ]}
      />
    </StatePage>
  );
}
