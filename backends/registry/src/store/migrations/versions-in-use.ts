import { createHash } from 'node:crypto';
import type { Migration } from '@portico/backend-framework';
import type { Knex } from 'knex';
import { exactType } from '../column-types.ts';

const dayMs = 24 * 3600 * 1000;
const rowsAtATime = 80;

/** What was reported before counts: the versions that somebody was seen with stay. */
async function copyFromLoads(knex: Knex): Promise<void> {
  const rows = (await knex('loads')
    .groupBy('remote_id', 'version', 'user_hash')
    .select('remote_id', 'version', 'user_hash')
    .max({ at: 'at_ms' })) as { remote_id: string; version: string; user_hash: string; at: number | string }[];
  const seen = rows.map(({ at, user_hash: user, ...row }) => ({
    ...row,
    day: Math.floor(Number(at) / dayMs),
    session_hash: createHash('sha256').update(user).digest('hex').slice(0, 32),
    last_at_ms: Number(at),
  }));
  for (let start = 0; start < seen.length; start += rowsAtATime) await knex('sightings').insert(seen.slice(start, start + rowsAtATime));
}

/** Which versions sessions run, which versions are gone for good, and what browsers refused to do for a remote. */
export const versionsInUse: Migration = {
  name: '20261123-versions-in-use',
  async up(knex) {
    await knex.schema.createTable('sightings', table => {
      table.specificType('remote_id', exactType(knex, 63)).notNullable();
      table.specificType('version', exactType(knex, 120)).notNullable();
      table.integer('day').notNullable().comment('Days since 1970');
      table.string('session_hash', 32).notNullable();
      table.bigInteger('last_at_ms').notNullable();
      table.primary(['remote_id', 'version', 'day', 'session_hash']);
      table.index(['day']);
    });
    await copyFromLoads(knex);
    // A version never changes, also after its files are gone.
    await knex.schema.createTable('removed_versions', table => {
      table.specificType('remote_id', exactType(knex, 63)).notNullable();
      table.specificType('version', exactType(knex, 255)).notNullable();
      table.string('digest', 64).notNullable();
      table.primary(['remote_id', 'version']);
    });
    await knex.schema.createTable('violations', table => {
      table.specificType('remote_id', exactType(knex, 63)).notNullable().comment('Empty where no remote could be told');
      table.specificType('version', exactType(knex, 120)).notNullable();
      table.specificType('directive', exactType(knex, 40)).notNullable();
      table.specificType('blocked', exactType(knex, 200)).notNullable();
      table.string('attributed_by', 20).notNullable();
      table.string('source', 200).notNullable();
      table.integer('count').notNullable();
      table.bigInteger('first_at_ms').notNullable();
      table.bigInteger('last_at_ms').notNullable();
      table.primary(['remote_id', 'version', 'directive', 'blocked']);
    });
  },
  async down(knex) {
    for (const table of ['violations', 'removed_versions', 'sightings']) await knex.schema.dropTable(table);
  },
};
