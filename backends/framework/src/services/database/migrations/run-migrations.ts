import type { Knex } from 'knex';
import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import type { Migration } from '../database-service.ts';
import { dialectOf } from '../dialect.ts';
import { isBusy, ledger, withMigrationLock } from './migration-lock.ts';

/** What `runMigrations` and `rollback` take. */
export interface MigrationRun {
  readonly knex: Knex;
  /** Named in errors. */
  readonly pluginId: string;
  readonly migrations: readonly Migration[];
}

/** Stands in the ledger in place of the time where MySQL was interrupted, or another fault came, in the middle of a step. */
const begun = 'begun';

/** MySQL commits every change of structure at once, so there a step that fails is half done. */
const keepsHalves = (knex: Knex) => dialectOf(knex) === 'mysql';

async function apply(migration: Migration, direction: 'up' | 'down', { trx, run }: { trx: Knex.Transaction; run: MigrationRun }) {
  try {
    await migration[direction](trx);
  } catch (cause) {
    if (isPorticoError(cause) || isBusy(cause)) throw cause;
    const parameters = { migration: migration.name, plugin: run.pluginId };
    throw createError(keepsHalves(trx) ? frameworkErrors.MIGRATION_HALF_DONE : frameworkErrors.MIGRATION_FAILED, parameters, { cause });
  }
}

function refuseDuplicates(migrations: readonly Migration[]): void {
  const names = new Set<string>();
  for (const { name } of migrations) {
    if (names.has(name)) throw createError(frameworkErrors.MIGRATION_DUPLICATE, { migration: name });
    names.add(name);
  }
}

/** The names in the ledger. */
async function appliedIn(trx: Knex.Transaction, run: MigrationRun): Promise<ReadonlySet<string>> {
  const rows = (await trx(ledger).select('name', 'applied_at')) as { name: string; applied_at: string }[];
  const half = rows.find(row => row.applied_at === begun);
  if (half) throw createError(frameworkErrors.MIGRATION_HALF_DONE, { migration: half.name, plugin: run.pluginId });
  const unknown = rows.find(({ name }) => !run.migrations.some(migration => migration.name === name));
  if (unknown) throw createError(frameworkErrors.MIGRATION_UNKNOWN, { plugin: run.pluginId, migration: unknown.name });
  return new Set(rows.map(row => row.name));
}

/** Runs one step that the ledger does not hold; false when there was none. Each step is a transaction of its own. */
async function runNext(run: MigrationRun): Promise<boolean> {
  return withMigrationLock(run, async trx => {
    const applied = await appliedIn(trx, run);
    const next = run.migrations.find(({ name }) => !applied.has(name));
    if (!next) return false;
    await trx(ledger).insert({ name: next.name, applied_at: begun });
    await apply(next, 'up', { trx, run });
    await trx(ledger).where({ name: next.name }).update({ applied_at: new Date().toISOString() });
    return true;
  });
}

/** Brings a database up to date; see `DatabaseService.migrate`. */
export async function runMigrations(run: MigrationRun): Promise<void> {
  refuseDuplicates(run.migrations);
  while (await runNext(run));
}

/**
 * Undoes applied migrations, newest first, for tests and repairs.
 *
 * @param options - `to`: name of the last migration that stays; without it all are undone
 */
export async function rollback(run: MigrationRun, options: { readonly to?: string } = {}): Promise<void> {
  const keep = run.migrations.findIndex(({ name }) => name === options.to);
  for (const migration of run.migrations.slice(keep + 1).toReversed()) {
    await withMigrationLock(run, async trx => {
      if (!(await appliedIn(trx, run)).has(migration.name)) return;
      await trx(ledger).where({ name: migration.name }).update({ applied_at: begun });
      await apply(migration, 'down', { trx, run });
      await trx(ledger).where({ name: migration.name }).delete();
    });
  }
}
