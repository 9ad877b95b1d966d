import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { createError, frameworkErrors } from '@portico/errors';
import { dialectOf } from '../dialect.ts';

/** The table that names the migrations that were applied. */
export const ledger = 'portico_migrations';
const lock = 'portico_migrations_lock';
const lockLimitMs = 60_000;
const retryMs = 50;
const lockNotAvailable = '55P03';

/** Whose database is locked. */
export interface Locked {
  readonly knex: Knex;
  /** Named in errors. */
  readonly pluginId: string;
}

type Step<T> = (trx: Knex.Transaction) => Promise<T>;

/** True for SQLite's word that another connection holds the write lock. */
export const isBusy = (thrown: unknown) => String((thrown as { code?: unknown } | null)?.code ?? '').startsWith('SQLITE_BUSY');
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

function lockedError(pluginId: string): Error {
  return createError(frameworkErrors.MIGRATION_LOCKED, { plugin: pluginId, limitMs: lockLimitMs });
}

async function makeLedger(connection: Knex): Promise<void> {
  await connection.raw('create table if not exists ?? (name varchar(255) primary key, applied_at varchar(32) not null)', [ledger]);
}

/** The lock is the write lock of the transaction. */
async function onSqlite<T>({ knex, pluginId }: Locked, step: Step<T>): Promise<T> {
  const giveUpAt = Date.now() + lockLimitMs;
  for (;;) {
    try {
      return await knex.transaction(async trx => {
        await trx.raw('create table if not exists ?? (name varchar(255) primary key)', [lock]);
        await trx.raw('insert into ?? (name) values (?) on conflict (name) do update set name = excluded.name', [lock, 'lock']);
        await makeLedger(trx);
        return step(trx);
      });
    } catch (thrown) {
      if (!isBusy(thrown)) throw thrown;
      if (Date.now() > giveUpAt) throw lockedError(pluginId);
      await pause(retryMs);
    }
  }
}

/** The lock ends with the transaction. Its number follows from the plugin, because schemas share one database. */
async function onPostgres<T>({ knex, pluginId }: Locked, step: Step<T>): Promise<T> {
  return knex.transaction(async trx => {
    await trx.raw(`set local lock_timeout = ${lockLimitMs}`);
    try {
      await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`portico migrations ${pluginId}`]);
    } catch (thrown) {
      throw (thrown as { code?: unknown }).code === lockNotAvailable ? lockedError(pluginId) : thrown;
    }
    await trx.raw('set local lock_timeout = 0');
    await makeLedger(trx);
    return step(trx);
  });
}

/** The lock belongs to the session and outlives the transaction, which every change of structure commits. */
async function onMysql<T>({ knex, pluginId }: Locked, step: Step<T>): Promise<T> {
  const connection: unknown = await knex.client.acquireConnection();
  const ask = async (sql: string, values: readonly Knex.RawBinding[]) => {
    const [[row]] = (await knex.raw(sql, values).connection(connection)) as [[Record<string, unknown>]];
    return Object.values(row)[0];
  };
  try {
    const database = String(await ask('select database()', []));
    const name = `portico ${createHash('sha1').update(`${database} ${pluginId}`).digest('hex')}`;
    if (Number(await ask('select get_lock(?, ?)', [name, lockLimitMs / 1_000])) !== 1) throw lockedError(pluginId);
    try {
      await knex.raw('create table if not exists ?? (name varchar(255) primary key, applied_at varchar(32) not null)', [ledger]).connection(connection);
      return await knex.transaction(step, { connection });
    } finally {
      await ask('select release_lock(?)', [name]).catch(() => undefined);
    }
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

/**
 * Runs a step, in a transaction, while no other process migrates this database. The lock ends with the connection that holds
 * it, so a process that is killed in the middle leaves none behind.
 *
 * @throws FRAMEWORK_MIGRATION_LOCKED after 60 s
 */
export async function withMigrationLock<T>(locked: Locked, step: Step<T>): Promise<T> {
  const run = { sqlite: onSqlite, postgres: onPostgres, mysql: onMysql }[dialectOf(locked.knex)];
  return run(locked, step);
}
