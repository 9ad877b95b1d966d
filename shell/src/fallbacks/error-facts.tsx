import { isPorticoError, messageOf } from '@portico/errors';
import styles from './state-page.module.css';

/** Props of `ErrorFacts`. */
export interface ErrorFactsProps {
  readonly error: unknown;
  /** Further lines: name and value. */
  readonly facts?: readonly (readonly [string, string])[];
}

function chainOf(error: unknown): readonly string[] {
  const { cause } = (error ?? {}) as { cause?: unknown };
  return cause ? [messageOf(cause), ...chainOf(cause)].slice(0, 3) : [];
}

/** What someone who has to repair it wants to know; folded away at first. */
export function ErrorFacts({ error, facts = [] }: ErrorFactsProps) {
  const causes = chainOf(error).map(message => ['Cause', message] as const);
  const name = isPorticoError(error) ? [['Kind', error.name] as const] : [];
  return (
    <details className={styles['details']}>
      <summary>Details</summary>
      <dl className={styles['facts']}>
        {[...facts, ...name, ...causes].map(([term, value], index) => (
          <div key={index} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
