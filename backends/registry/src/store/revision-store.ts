import type { Knex } from 'knex';

/** Counts what the registry has offered. */
export interface RevisionStore {
  /** The revision that stands for what has this fingerprint: the current one if nothing has changed, otherwise the next. */
  advance(fingerprint: string): Promise<number>;
}

/** Keeps the revision in the database, so that it grows over restarts and stays where nothing has changed. */
export function createRevisionStore(knex: Knex): RevisionStore {
  return {
    advance(fingerprint) {
      return knex.transaction(async transaction => {
        const row = await transaction('revision').where({ id: 1 }).first('value', 'fingerprint');
        if (row.fingerprint === fingerprint) return Number(row.value);
        const value = Number(row.value) + 1;
        await transaction('revision').where({ id: 1 }).update({ value, fingerprint });
        return value;
      });
    },
  };
}
