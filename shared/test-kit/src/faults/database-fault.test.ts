import { expect, test } from '@jest/globals';
import { runDatabaseFault } from './database-fault.ts';

test.each(['pg', 'mysql2'] as const)('with %s, a kill of the database server under load loses no acknowledged write, shows nothing wrong, and is got over without a restart', async client => {
  const report = await runDatabaseFault({ client });
  expect(report).toMatchObject({ wrong: [] });
  expect(Object.keys(report.statuses).sort()).toEqual(['200', '503']);
  expect(report.acknowledgedWrites).toBeGreaterThan(100);
  expect(report.recoveredMs).toHaveLength(1);
}, 300_000);
