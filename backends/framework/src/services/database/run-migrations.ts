import type { Knex } from 'knex';
import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import type { Migration } from './database-service.ts';

const ledger = 'portico_migrations';
const lock = 'portico_migrations_lock';
const lockLimitMs = 60_000;
const retryMs = 50;

/** What `runMigrations` and `rollback` take. */
export interface MigrationRun {
  readonly knex: Knex;
  /** Named in errors. */
  readonly pluginId: string;
  readonly migrations: readonly Migration[];
}

const isBusy = (thrown: unknown) => String((thrown as { code?: unknown } | null)?.code ?? '').startsWith('SQLITE_BUSY');
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Runs `step` while no other process migrates this database. The lock is the write lock of a transaction, so a process that
 * is killed in the middle leaves neither half a step nor a lock behind.
 */
async function withLock<T>({ knex, pluginId }: MigrationRun, step: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + lockLimitMs;
  for (;;) {
    try {
      return await knex.transaction(async trx => {
        await trx.raw('create table if not exists ?? (name varchar(255) primary key)', [lock]);
        await trx.raw('insert into ?? (name) values (?) on conflict (name) do update set name = excluded.name', [lock, 'lock']);
        await trx.raw('create table if not exists ?? (name varchar(255) primary key, applied_at varchar(32) not null)', [ledger]);
        return step(trx);
      });
    } catch (thrown) {
      if (!isBusy(thrown)) throw thrown;
      if (Date.now() > giveUpAt) throw createError(frameworkErrors.MIGRATION_LOCKED, { plugin: pluginId, limitMs: lockLimitMs });
      await pause(retryMs);
    }
  }
}

async function apply(migration: Migration, direction: 'up' | 'down', { trx, run }: { trx: Knex.Transaction; run: MigrationRun }) {
  try {
    await migration[direction](trx);
  } catch (cause) {
    if (isPorticoError(cause) || isBusy(cause)) throw cause;
    throw createError(frameworkErrors.MIGRATION_FAILED, { migration: migration.name, plugin: run.pluginId }, { cause });
  }
}

function refuseDuplicates(migrations: readonly Migration[]): void {
  const names = new Set<string>();
  for (const { name } of migrations) {
    if (names.has(name)) throw createError(frameworkErrors.MIGRATION_DUPLICATE, { migration: name });
    names.add(name);
  }
}

/** Runs one step that the ledger does not hold; false when there was none. Each step is a transaction of its own. */
async function runNext(run: MigrationRun): Promise<boolean> {
  return withLock(run, async trx => {
    const applied = new Set<string>(await trx(ledger).pluck('name'));
    const unknown = [...applied].find(name => !run.migrations.some(migration => migration.name === name));
    if (unknown !== undefined) {
      throw createError(frameworkErrors.MIGRATION_UNKNOWN, { plugin: run.pluginId, migration: unknown });
    }
    const next = run.migrations.find(({ name }) => !applied.has(name));
    if (!next) return false;
    await apply(next, 'up', { trx, run });
    await trx(ledger).insert({ name: next.name, applied_at: new Date().toISOString() });
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
    await withLock(run, async trx => {
      if ((await trx(ledger).where({ name: migration.name })).length === 0) return;
      await apply(migration, 'down', { trx, run });
      await trx(ledger).where({ name: migration.name }).delete();
    });
  }
}
