import type { PreflightFinding } from '@portico/contracts';

/** Findings for people: each with where it is and how it is mended. */
export function findingLines(findings: readonly PreflightFinding[]): string[] {
  return findings.flatMap(({ rule, severity, path, message, fix }) => [
    `${severity === 'error' ? '✗' : '!'} ${rule} at ${path}`,
    `    ${message}`,
    `    Fix: ${fix}`,
  ]);
}
