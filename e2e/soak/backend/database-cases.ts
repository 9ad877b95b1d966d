import { runDatabaseFault } from '@portico/test-kit/faults';
import type { DatabaseFaultOptions } from '@portico/test-kit/faults';
import type { SoakCase, SoakOutcome } from '../soak-case.ts';

async function runOnce(options: DatabaseFaultOptions): Promise<SoakOutcome> {
  const { acknowledgedWrites, reads, statuses, recoveredMs, wrong } = await runDatabaseFault(options);
  const others = Object.entries(statuses).filter(([status]) => !['200', '503'].includes(status));
  return {
    faults: [...wrong, ...others.map(([status, count]) => `${count} answers with status ${status}, expected 200 or 503`)],
    figures: { acknowledgedWrites, reads, unavailable: statuses[503] ?? 0, recoveredMs: Math.round(Math.max(...recoveredMs)) },
  };
}

/** The database server of a backend is killed by kill -9 under load and comes back. */
export const databaseCases: readonly SoakCase[] = [
  { name: 'database-postgres-kill', run: seed => runOnce({ client: 'pg', seed }) },
  { name: 'database-mariadb-kill', run: seed => runOnce({ client: 'mysql2', seed }) },
];
