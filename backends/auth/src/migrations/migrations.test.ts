import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSqlite, rollback, runMigrations } from '@portico/backend-framework';
import { createKeyStore } from '../keys/key-store.ts';
import { migrations } from './migrations.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portico-auth-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('migrations', () => {
  test('go up, hold keys, go down with rows in them, and up again', async () => {
    const knex = await openSqlite(join(directory, 'auth.sqlite'));
    try {
      const run = { knex, pluginId: 'auth', migrations };
      await runMigrations(run);
      const keys = createKeyStore(knex, 'regular');
      await keys.add({ kid: 'one', privateJwk: { kty: 'EC', d: 'x' }, createdAtMs: 5 });
      await keys.add({ kid: 'two', privateJwk: { kty: 'EC' }, createdAtMs: 7 });
      expect((await keys.listSince(5)).map(key => key.kid)).toEqual(['two', 'one']);
      expect(await createKeyStore(knex, 'development').listSince(0)).toEqual([]);

      await rollback(run);
      expect(await knex.schema.hasTable('signing_keys')).toBe(false);
      await runMigrations(run);
      expect(await keys.listSince(0)).toEqual([]);
    } finally {
      await knex.destroy();
    }
  });
});
