import { afterAll, describe, expect, test } from '@jest/globals';
import { rollback, runMigrations } from '@portico/backend-framework';
import { testDatabases } from '@portico/test-kit/backend';
import { createKeyStore } from '../keys/key-store.ts';
import { createRevocationStore } from '../sessions/revocation-store.ts';
import { migrations } from './migrations.ts';

const databases = testDatabases.create();
afterAll(() => databases.stop());

describe.each(databases.ids)('migrations on %s', id => {
  test('go up, hold keys, go down with rows in them, and up again', async () => {
    const knex = await databases.init(id);
    const run = { knex, pluginId: 'auth', migrations };
    await runMigrations(run);
    const keys = createKeyStore(knex, 'regular');
    await keys.add({ kid: 'one', publicJwk: { kty: 'EC' }, expiresAtMs: 5 });
    await keys.add({ kid: 'two', publicJwk: { kty: 'EC' }, expiresAtMs: 7 });
    expect((await keys.listAfter(5)).map(key => key.kid)).toEqual(['two']);
    expect(await createKeyStore(knex, 'development').listAfter(0)).toEqual([]);
    const revocations = createRevocationStore(knex);
    await revocations.revoke('s1', Date.now() + 1_000_000);
    await revocations.revoke('s1', Date.now() + 1_000_000);
    expect([await revocations.list(Date.now()), await revocations.isRevoked('s2')]).toEqual([['s1'], false]);

    await rollback(run);
    expect(await knex.schema.hasTable('verifying_keys')).toBe(false);
    await runMigrations(run);
    expect(await keys.listAfter(0)).toEqual([]);
  });

  test('keep the public half of the keys that were stored whole', async () => {
    const knex = await databases.init(id);
    const [first] = migrations;
    await runMigrations({ knex, pluginId: 'auth', migrations: first ? [first] : [] });
    const privateJwk = JSON.stringify({ kty: 'EC', x: 'public', d: 'private' });
    await knex('signing_keys').insert({ kid: 'old', purpose: 'regular', private_jwk: privateJwk, created_at_ms: 1_000 });
    await runMigrations({ knex, pluginId: 'auth', migrations });
    const kept = await createKeyStore(knex, 'regular').listAfter(0);
    expect(kept.map(({ kid, publicJwk }) => [kid, publicJwk])).toEqual([['old', { kty: 'EC', x: 'public' }]]);
    await rollback({ knex, pluginId: 'auth', migrations }, { to: '20261121-signing-keys' });
    expect(await knex('signing_keys')).toEqual([]);
  });
});
