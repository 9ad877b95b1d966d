import type { Knex } from 'knex';
import { isShared } from './column-types.ts';
import { retrying } from './retrying.ts';

/** What a change runs in. */
export interface ChangeScope {
  readonly transaction: Knex.Transaction;
  /** The revision that this change makes. */
  readonly revision: number;
}

/** A change of the registry's database. */
export interface RegistryChange<T> {
  /** Runs first, beside other changes: for rows that nobody sees before the change is there. */
  prepare?(transaction: Knex.Transaction): Promise<void>;
  /** Runs while no other change runs, in whatever process. What it throws leaves nothing behind. */
  work(scope: ChangeScope): Promise<T>;
}

/** The registry's database as something that is changed step by step, each step a revision. */
export interface RegistryDatabase {
  readonly knex: Knex;
  /** True where other processes may change it too. */
  readonly isShared: boolean;
  /** Makes a change and the revision that stands for it, in one commit. */
  change<T>(change: RegistryChange<T>): Promise<{ readonly result: T; readonly revision: number }>;
}

/** Adds one to the revision. The row stays locked until the transaction ends, so that changes run one after another. */
async function nextRevision(transaction: Knex.Transaction): Promise<number> {
  await transaction('revision').where({ id: 1 }).increment('value', 1);
  const row = await transaction('revision').where({ id: 1 }).first('value');
  return Number(row.value);
}

/** Puts the way in which changes are made on top of a database. */
export function createRegistryDatabase(knex: Knex): RegistryDatabase {
  async function tryOnce<T>({ prepare, work }: RegistryChange<T>): Promise<{ result: T; revision: number }> {
    return knex.transaction(async transaction => {
      await prepare?.(transaction);
      const revision = await nextRevision(transaction);
      return { result: await work({ transaction, revision }), revision };
    });
  }
  return {
    knex,
    isShared: isShared(knex),
    change: change => retrying(() => tryOnce(change)),
  };
}
