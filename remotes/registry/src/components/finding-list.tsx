import type { PreflightFinding } from '@portico/contracts';
import { AlertIcon, CheckIcon } from '@portico/ui/icons';
import type { ReactElement } from 'react';
import styles from './finding-list.module.css';

interface CheckedRule {
  readonly rule: string;
  readonly findings: readonly PreflightFinding[];
  readonly state: 'error' | 'warning' | 'passed';
}

function checkedRules(rules: readonly string[], findings: readonly PreflightFinding[]): CheckedRule[] {
  const names = [...new Set([...findings.map(({ rule }) => rule), ...rules])];
  const checked = names.map(rule => {
    const own = findings.filter(finding => finding.rule === rule);
    const state = own.some(({ severity }) => severity === 'error') ? 'error' : own.length > 0 ? 'warning' : 'passed';
    return { rule, findings: own, state } as const;
  });
  const order = { error: 0, warning: 1, passed: 2 };
  return checked.toSorted((left, right) => order[left.state] - order[right.state]);
}

/** `entry-stays-small` -> `Entry stays small`. */
const sentence = (rule: string) => rule.charAt(0).toUpperCase() + rule.slice(1).replaceAll('-', ' ');
const words = { error: 'Must be mended', warning: 'Should be looked at', passed: 'Holds' };

export interface FindingListProps {
  /** All rules that were applied; those without a finding hold. */
  readonly rules?: readonly string[];
  readonly findings: readonly PreflightFinding[];
}

/** A report of the checks as a checklist: what must be mended first, what holds last. */
export function FindingList({ rules = [], findings }: FindingListProps): ReactElement {
  const checked = checkedRules(rules, findings);
  const passed = checked.filter(({ state }) => state === 'passed');
  return (
    <div className={styles['report']}>
      <ul className={styles['rules']}>
        {checked.filter(({ state }) => state !== 'passed').map(({ rule, state, findings: own }) => (
          <li key={rule} data-state={state}>
            <AlertIcon size="1rem" />
            <div>
              <p className={styles['rule']}>
                {sentence(rule)} <span className={styles['state']}>{words[state]}</span>
              </p>
              {own.map(({ path, message, fix }) => (
                <div key={`${path} ${message}`} className={styles['finding']}>
                  <p>
                    <code>{path}</code> {message}
                  </p>
                  <p className={styles['fix']}>{fix}</p>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {passed.length > 0 ? (
        <details className={styles['passed']}>
          <summary>{passed.length === 1 ? '1 rule holds' : `${passed.length} rules hold`}</summary>
          <ul className={styles['rules']}>
            {passed.map(({ rule }) => (
              <li key={rule} data-state="passed">
                <CheckIcon size="1rem" />
                <p className={styles['rule']}>{sentence(rule)}</p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
