import { messageOf } from '@portico/errors';
import type { CheckInput, Finding, Rule } from './rule.ts';

function findingsOf(rule: Rule, input: CheckInput): readonly Finding[] {
  try {
    return rule.check(input);
  } catch (thrown) {
    return [
      {
        rule: rule.name,
        severity: 'error',
        path: '',
        message: `Expected ${rule.name} to come to a verdict, got: ${messageOf(thrown)}`,
        fix: 'Look for values of unusual size or depth in portico-plugin.json and make them plain',
      },
    ];
  }
}

/**
 * Applies all rules and gives all their findings at once, in the order of the rules. Never throws: a rule that
 * can't cope with its input is itself reported.
 */
export function runChecks(rules: readonly Rule[], input: CheckInput): readonly Finding[] {
  return rules.flatMap(rule => findingsOf(rule, input));
}

/** True when no finding keeps the remote out. */
export function isAcceptable(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.severity !== 'error');
}
