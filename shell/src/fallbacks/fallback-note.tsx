import type { SnapshotRemote } from '@portico/contracts';
import type { PorticoError } from '@portico/errors';
import styles from './banner.module.css';

/** Props of `FallbackNote`. */
export interface FallbackNoteProps {
  readonly remote: SnapshotRemote;
  /** The version that runs instead. */
  readonly version: string;
  readonly failure: PorticoError;
}

/** The last good version stands in for one that failed. */
export function FallbackNote({ remote, version, failure }: FallbackNoteProps) {
  return (
    <div role="status" className={styles['banner']} data-tone="warning">
      <span>
        Version {remote.version} of {remote.title} could not be loaded ({failure.code}). This is version {version}, the last good one.
      </span>
    </div>
  );
}
