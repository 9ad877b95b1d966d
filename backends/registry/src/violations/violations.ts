import type { MetricsService } from '@portico/backend-framework';
import type { KnownRemotes } from '../service/known-remotes.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';
import { addViolation } from '../store/violation-store.ts';
import type { NewViolation } from '../store/violation-store.ts';
import { attribute } from './attribute.ts';
import { readReports } from './read-reports.ts';
import { isOfExtension, reduceUrl } from './reduce-url.ts';

/** What counting violations takes. */
export interface ViolationsOptions {
  readonly database: RegistryDatabase;
  readonly remotes: Pick<KnownRemotes, 'list'>;
  readonly metrics: MetricsService;
}

/** Takes what browsers report about the page's policy. Gives the number of violations that were counted. */
export type TakeReports = (body: unknown) => Promise<number>;

/** Makes the way in which reports are counted. */
export function createViolations({ database, remotes, metrics }: ViolationsOptions): TakeReports {
  const counter = metrics.createCounter({
    name: 'csp_violations_total',
    help: 'What browsers refused because of the policy of the page, by the remote that probably did it',
    labelNames: ['remote', 'directive'],
  });
  return async body => {
    const reports = readReports(body).filter(({ source, blocked }) => !isOfExtension(source) && !isOfExtension(blocked));
    if (reports.length === 0) return 0;
    const [known, atMs] = [remotes.list(), Date.now()];
    const counted = new Map<string, NewViolation>();
    for (const report of reports) {
      const { directive } = report;
      const kind = { ...attribute(report, known), directive, blocked: reduceUrl(report.blocked), atMs };
      const name = JSON.stringify([kind.remote, kind.version, directive, kind.blocked]);
      counted.set(name, { ...kind, count: (counted.get(name)?.count ?? 0) + 1 });
    }
    for (const violation of counted.values()) {
      await addViolation(database.knex, violation);
      counter.increase({ remote: violation.remote || 'none', directive: violation.directive }, violation.count);
    }
    return reports.length;
  };
}
