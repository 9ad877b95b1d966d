import type { PreflightFinding } from '@portico/contracts';
import styles from './override.module.css';

/** Props of `FindingList`. */
export interface FindingListProps {
  readonly findings: readonly (Omit<PreflightFinding, 'severity'> & { readonly severity?: PreflightFinding['severity'] })[];
}

/** What the checks have found, each with its place and what to do. */
export function FindingList({ findings }: FindingListProps) {
  return (
    <ul className={styles['findings']}>
      {findings.map(({ rule, path, message, fix, severity }, index) => (
        <li key={index} data-severity={severity ?? 'error'}>
          <p>
            <span className={styles['mark']}>{severity === 'warning' ? 'Doubt' : 'Fault'}</span> {message}
          </p>
          <p className={styles['muted']}>{fix}</p>
          <p className={styles['where']}>
            <code>{rule}</code>
            {path && <code>{path}</code>}
          </p>
        </li>
      ))}
    </ul>
  );
}
