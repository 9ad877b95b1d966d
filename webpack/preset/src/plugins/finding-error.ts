import webpack from 'webpack';
import type { Finding } from '@portico/remote-checks';

/** A finding as webpack reports it: rule, path, message and fix in its text. */
export class FindingError extends webpack.WebpackError {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(`${finding.rule} at ${finding.path || 'portico-plugin.json'}\n  ${finding.message}\n  Fix: ${finding.fix}`);
    this.name = 'Finding';
    this.finding = finding;
    this.hideStack = true;
  }
}
