import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runMigrations } from '@portico/backend-framework';
import { mockCredentials, testDatabases } from '@portico/test-kit/backend';
import type { Knex } from 'knex';
import type { KnownRemotes } from '../service/known-remotes.ts';
import { readAudit } from '../store/audit-store.ts';
import { migrations } from '../store/migrations.ts';
import { createOverrideStore } from '../store/override-store.ts';
import type { OverrideRecord } from '../store/override-store.ts';
import { createRegistryDatabase } from '../store/registry-database.ts';
import { createOverrideSessions } from './override-sessions.ts';
import type { OverrideSessions } from './override-sessions.ts';

const databases = testDatabases.create();
const caller = mockCredentials.user({ sessionId: 'S-1' }).principal;
const start = Date.parse('2026-11-21T09:00:00Z');
const hourMs = 3600_000;
let knex: Knex;
let clock: number;

/** A registry's view of the overrides, as one of several processes has it. */
function process(): OverrideSessions {
  const access = { pass: async () => undefined, whyNot: async () => undefined, among: async () => [] };
  const remotes = { find: (id: string) => ({ id }) } as unknown as KnownRemotes;
  return createOverrideSessions({ store: createOverrideStore(knex), database: createRegistryDatabase(knex), access, remotes, now: () => clock });
}

function record(changes: Partial<OverrideRecord> = {}): OverrideRecord {
  const known = { sessionId: 'S-1', remote: 'radar', actor: 'user:default/mock', url: 'http://localhost:1/', manifest: { title: 'é 🙂' } };
  return { ...known, setAtMs: start, expiresAtMs: start + 8 * hourMs, ...changes };
}

const actions = async (): Promise<string[]> => (await readAudit(knex, { limit: 20 })).map(({ action }) => action).reverse();

afterAll(() => databases.stop());

describe.each(databases.ids)('the overrides of sessions on %s', id => {
  beforeEach(async () => {
    knex = await databases.init(id);
    await runMigrations({ knex, pluginId: 'test', migrations });
    clock = start;
  });

  test('hold until their time is over, and their end is written down once', async () => {
    const sessions = process();
    await sessions.keep(record(), 5);
    clock = start + 8 * hourMs - 1;
    expect(await sessions.current(caller)).toEqual([record()]);
    clock = start + 8 * hourMs;
    expect(await Promise.all([sessions.current(caller), sessions.current(caller)])).toEqual([[], []]);
    expect(await actions()).toEqual(['override.set', 'override.expire']);
  });

  test('make room when their time is over', async () => {
    const sessions = process();
    await sessions.keep(record(), 1);
    await expect(sessions.keep(record({ remote: 'other' }), 1)).rejects.toMatchObject({ code: 'REGISTRY_OVERRIDE_TOO_MANY' });
    clock = start + 8 * hourMs;
    const later = record({ remote: 'other', setAtMs: clock, expiresAtMs: clock + hourMs });
    await sessions.keep(later, 1);
    expect(await sessions.current(caller)).toEqual([later]);
  });

  test('are those of one session, of which case counts', async () => {
    const sessions = process();
    await sessions.keep(record(), 5);
    await sessions.keep(record({ sessionId: 's-1', url: 'http://localhost:2/' }), 5);
    expect(await sessions.current(caller)).toEqual([record()]);
    expect(await sessions.current(mockCredentials.user().principal)).toEqual([]);
    expect(await sessions.current(mockCredentials.service('external:ci', ['portal-admin']).principal)).toEqual([]);
  });
});

describe.each(databases.ids.filter(id => id !== 'sqlite'))('several processes on %s', id => {
  test('share the overrides of a session, and one of them writes down the end', async () => {
    knex = await databases.init(id);
    await runMigrations({ knex, pluginId: 'test', migrations });
    clock = start;
    const [one, other] = [process(), process()];
    expect(await other.current(caller)).toEqual([]);
    await one.keep(record(), 5);
    expect(await other.current(caller)).toEqual([record()]);
    await Promise.all([one, other].map(sessions => sessions.end(record(), { actor: 'x', action: 'override.reset' })));
    expect([await one.current(caller), await other.current(caller)]).toEqual([[], []]);
    expect(await actions()).toEqual(['override.set', 'override.reset']);
  });
});
