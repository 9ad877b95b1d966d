import type { ActiveOverride } from '@portico/contracts';
import { useShell } from '../layout/shell-context.ts';
import { formatInstant } from '../preferences/format-instant.ts';
import { FindingList } from './finding-list.tsx';
import styles from './override.module.css';

function Active({ override }: { readonly override: ActiveOverride }) {
  const { preferences, resetOverride } = useShell();
  const { remote, title, url, version, expiresAt, findings, reason } = override;
  return (
    <li>
      <div className={styles['row']}>
        <div className={styles['what']}>
          <strong>{title}</strong>
          {version && <span className={styles['muted']}> {version}</span>}
          <p className={styles['address']}>{url}</p>
          <p className={styles['muted']}>
            until <time dateTime={expiresAt}>{formatInstant(expiresAt, preferences.getLocale())}</time>
          </p>
        </div>
        <button type="button" className={styles['quiet']} aria-label={`Reset the override of ${title}`} onClick={() => void resetOverride(remote).catch(() => undefined)}>
          Reset
        </button>
      </div>
      {reason && <p className={styles['failure']}>It is not shown: {reason.message}</p>}
      {findings.length > 0 && (
        <details className={styles['details']} open={reason !== undefined}>
          <summary>{findings.length === 1 ? 'One remark of the checks' : `${findings.length} remarks of the checks`}</summary>
          <FindingList findings={findings} />
        </details>
      )}
    </li>
  );
}

/** The overrides of this session, each with its reset. */
export function ActiveOverrides({ overrides }: { readonly overrides: readonly ActiveOverride[] }) {
  const { resetOverride } = useShell();
  return (
    <div className={styles['group']}>
      <ul className={styles['active']} aria-label="Overrides of this session">
        {overrides.map(override => (
          <Active key={override.remote} override={override} />
        ))}
      </ul>
      {overrides.length > 1 && (
        <button type="button" className={styles['quiet']} onClick={() => void resetOverride().catch(() => undefined)}>
          Reset all
        </button>
      )}
    </div>
  );
}
