import { afterEach, describe, expect, test } from '@jest/globals';
import { databaseIds, databaseSection } from '@portico/test-servers';
import { databaseReplica } from '../fixtures/database-replica.ts';
import { stopAll } from '../fixtures/running-backend.ts';
import { rollback } from '../index.ts';
import { createPluginKeyStore } from './auth/plugin-key-store.ts';
import { createTopicStore, topicMigrations } from './events/topic-store.ts';
import { createLeaseStore } from './scheduler/lease-store.ts';

afterEach(stopAll);

// What the framework itself keeps in the databases of plugins.
describe.each(databaseIds)('on %s', id => {
  const open = async () => (await databaseReplica(await databaseSection(id), 'one'))[0]!;

  test('topics keep their newest payload under growing revisions; their tables go with rows in them and come again', async () => {
    const database = await open();
    await database.migrate(topicMigrations);
    const knex = await database.getClient();
    const topics = createTopicStore(knex);
    await topics.write(new Map<string, unknown>([['a', { at: 1 }], ['b', 'two']]));
    expect(await topics.write(new Map([['a', { at: 2 }]]))).toBe(2);
    expect(await topics.readAfter(1)).toEqual({ rows: [{ topic: 'a', payload: { at: 2 }, revision: 2 }], revision: 2 });
    await rollback({ knex, pluginId: 'one', migrations: topicMigrations });
    await database.migrate(topicMigrations);
    expect(await topics.readAfter(0)).toEqual({ rows: [], revision: 0 });
  });

  test('a task that is due is run by one of those who ask for it', async () => {
    const leases = createLeaseStore(await (await open()).getClient());
    await Promise.all([leases.prepare(), leases.prepare()]);
    const soon = Date.now() - 1;
    await Promise.all(['left', 'right'].map(() => leases.enter('task', { cadence: '1', nextRunAt: soon })));
    const until = Date.now() + 60_000;
    const won = await Promise.all(['left', 'right'].map(holder => leases.claim('task', { holder, until, due: true })));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await leases.renew('task', { holder: 'nobody', until })).toBe(false);
    const holder = won[0] ? 'left' : 'right';
    await leases.release('task', { holder, nextRunAt: until, error: 'it failed' });
    expect(await leases.read('task')).toMatchObject({ nextRunAt: until, holder: undefined, lastRunError: 'it failed' });
  });

  test('keys of plugins are kept until they end', async () => {
    const keys = createPluginKeyStore(await open());
    await keys.add({ kid: 'one', publicJwk: { kty: 'EC' }, expiresAtMs: 1_700_000_000_000 });
    await keys.add({ kid: 'two', publicJwk: { kty: 'EC' }, expiresAtMs: 1_800_000_000_000 });
    await keys.removeBefore(1_700_000_000_001);
    expect(await keys.listAfter(0)).toEqual([{ kid: 'two', publicJwk: { kty: 'EC' }, expiresAtMs: 1_800_000_000_000 }]);
  });
});
