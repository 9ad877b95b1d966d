import type { RegistryDatabase } from './registry-database.ts';

/** Counts what the registry has offered. */
export interface RevisionStore {
  current(): Promise<number>;
  /**
   * The revision that stands for what has this fingerprint: the current one if nothing has changed, otherwise the next.
   * For what is not in the database: build folders, the configuration, the shell's offer.
   */
  advance(fingerprint: string): Promise<number>;
}

/** Keeps the revision in the database, so that it grows over restarts and stays where nothing has changed. */
export function createRevisionStore(database: RegistryDatabase): RevisionStore {
  const read = async (): Promise<{ value: number; fingerprint: string }> =>
    database.knex('revision').where({ id: 1 }).first('value', 'fingerprint');
  return {
    current: async () => Number((await read()).value),
    async advance(fingerprint) {
      const known = await read();
      if (known.fingerprint === fingerprint) return Number(known.value);
      const { revision } = await database.change({
        work: ({ transaction }) => transaction('revision').where({ id: 1 }).update({ fingerprint }),
      });
      return revision;
    },
  };
}
