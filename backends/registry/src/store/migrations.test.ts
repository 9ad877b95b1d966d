import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rollback, runMigrations } from '@portico/backend-framework';
import type { PluginManifest } from '@portico/contracts';
import { integrityOf } from '@portico/remote-checks';
import { testDatabases } from '@portico/test-kit/backend';
import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { fakeBuild } from '../fixtures/fake-remote.ts';
import { readAudit, writeAudit } from './audit-store.ts';
import { addLoads, forgetLoads, readLoads } from './load-store.ts';
import { migrations } from './migrations.ts';
import { addRegistration, readRegistrations } from './registration-store.ts';
import { createRegistryDatabase } from './registry-database.ts';
import { createRevisionStore } from './revision-store.ts';
import { readSetting, writeSetting } from './setting-store.ts';
import { addSightings, forgetEarlierClaims, forgetSightings, readSeen } from './sighting-store.ts';
import { createVersionStore } from './version-store.ts';
import type { StoredVersion } from './version-store.ts';
import { addBlobs, addVersion, removeVersions } from './version-writes.ts';
import { addViolation, forgetViolations, readViolations } from './violation-store.ts';

const databases = testDatabases.create();
const day = 24 * 3600 * 1000;
let knex: Knex;

function storedBuild(page: string): { manifest: PluginManifest; blobs: Map<string, Buffer> } {
  const build = fakeBuild({ page });
  const manifest = JSON.parse(build.get('portico-plugin.json') ?? '') as PluginManifest;
  const bodies = manifest.assets.map(asset => Buffer.from(build.get(asset.path) ?? ''));
  return { manifest, blobs: new Map(bodies.map(body => [integrityOf(body), body])) };
}

const names = ['assets', 'audit', 'blob_parts', 'blobs', 'loads', 'overrides', 'remotes', 'removed_versions', 'revision', 'settings', 'sightings', 'versions', 'violations'];

async function tables(): Promise<string[]> {
  const present = await Promise.all(names.map(name => knex.schema.hasTable(name)));
  return names.filter((_name, index) => present[index]);
}

const noted = { location: 'http://x', kind: 'published' as const, digest: 'd', bytes: 1, createdAt: '2026-11-21T00:00:00Z', createdBy: 'x' };

function keep(version: Pick<StoredVersion, 'remote' | 'version' | 'manifest'>, blobs: ReadonlyMap<string, Buffer>): Promise<unknown> {
  return createRegistryDatabase(knex).change({
    prepare: transaction => addBlobs(transaction, blobs),
    work: ({ transaction }) => addVersion(transaction, { ...noted, ...version }),
  });
}

const run = (): { knex: Knex; pluginId: string; migrations: typeof migrations } => ({ knex, pluginId: 'test', migrations });

afterAll(() => databases.stop());

describe.each(databases.ids)('the database of the registry on %s', id => {
  beforeEach(async () => {
    knex = await databases.init(id);
  });

  test('goes up, takes rows, goes down with them in it, and up again', async () => {
    await runMigrations(run());
    expect(await tables()).toEqual(names);
    const { manifest, blobs } = storedBuild('1');
    await keep({ remote: 'tech-radar', version: '1.2.0', manifest }, blobs);
    const registration = { origin: 'call', kind: 'mirror', id: 'tech-radar', location: 'http://x' } as const;
    await createRegistryDatabase(knex).change({ work: ({ transaction }) => addRegistration(transaction, registration) });
    await rollback(run(), { to: '20261121-remotes-and-versions' });
    expect(await knex('versions').pluck('version')).toEqual(['1.2.0']);
    expect(await knex('assets').pluck('path')).toHaveLength(manifest.assets.length);
    await runMigrations(run());
    expect(await createVersionStore(knex).find('tech-radar', '1.2.0')).toMatchObject({ manifest: { id: 'tech-radar' }, kind: 'mirrored' });
    await rollback(run());
    expect(await tables()).toEqual([]);
    await runMigrations(run());
    expect(await readRegistrations(knex)).toEqual([]);
  });

  test('keeps a file once for all versions, and forgets it with the last one', async () => {
    await runMigrations(run());
    const versions = createVersionStore(knex);
    const [first, second] = [storedBuild('1'), storedBuild('2')];
    await keep({ remote: 'a', version: '1.0.0', manifest: first.manifest }, first.blobs);
    await keep({ remote: 'b', version: '1.0.0', manifest: second.manifest }, second.blobs);
    expect(await knex('blobs').pluck('integrity')).toHaveLength(4);
    await createRegistryDatabase(knex).change({ work: ({ transaction }) => removeVersions(transaction, 'a') });
    expect(await versions.latest('a', 'http://x')).toBeUndefined();
    expect(new Set(await knex('blobs').pluck('integrity'))).toEqual(new Set(second.blobs.keys()));
    expect((await versions.readBlob([...second.blobs.keys()][0] ?? ''))?.length).toBeGreaterThan(0);
  });

  test('keeps nothing of a version whose files are not all there, and makes no revision', async () => {
    await runMigrations(run());
    const { manifest, blobs } = storedBuild('1');
    const [some] = blobs;
    const saved = keep({ remote: 'a', version: '1.0.0', manifest }, new Map(some ? [some] : []));
    await expect(saved).rejects.toThrow(/foreign key/i);
    expect(await createVersionStore(knex).heads()).toEqual([]);
    expect(await knex('blobs').pluck('integrity')).toEqual([]);
    expect(await createRevisionStore(createRegistryDatabase(knex)).current()).toBe(0);
  });

  test('tells apart what differs in case only', async () => {
    await runMigrations(run());
    const { manifest, blobs } = storedBuild('1');
    for (const version of ['1.0.0-a', '1.0.0-A']) await keep({ remote: 'a', version, manifest }, blobs);
    const versions = createVersionStore(knex);
    const found = await versions.findAll([['a', '1.0.0-A'], ['a', '1.0.0-a'], ['a', '1.0.0-B'], ['A', '1.0.0-a']]);
    expect(found.map(({ version }) => version).sort()).toEqual(['1.0.0-A', '1.0.0-a']);
  });

  test('keeps a file of 8 MB as it is', async () => {
    await runMigrations(run());
    const body = randomBytes(8 * 1024 * 1024);
    const integrity = integrityOf(body);
    await createRegistryDatabase(knex).change({
      prepare: transaction => addBlobs(transaction, new Map([[integrity, body]])),
      work: ({ transaction }) => addBlobs(transaction, new Map([[integrity, body]])),
    });
    expect((await createVersionStore(knex).readBlob(integrity))?.equals(body)).toBe(true);
  });

  test('makes changes one after another, and loses none', async () => {
    await runMigrations(run());
    const database = createRegistryDatabase(knex);
    const key = { remote: 'a', kind: 'channel', name: 'stable' } as const;
    const add = (): Promise<unknown> =>
      database.change({
        async work(scope) {
          const { count = 0 } = ((await readSetting(scope.transaction, key))?.value ?? {}) as { count?: number };
          await writeSetting(scope, key, { count: count + 1 });
        },
      });
    await Promise.all(Array.from({ length: 30 }, add));
    expect(await readSetting(knex, key)).toMatchObject({ value: { count: 30 }, etag: 30 });
    await database.change({ work: async scope => void (await writeAudit(scope.transaction, { actor: 'x', action: 'y', note: 'é 🙂' })) });
    expect(await readAudit(knex, { limit: 5 })).toMatchObject([{ id: 1, actor: 'x', note: 'é 🙂', changes: [] }]);
  });

  test('keeps what browsers report', async () => {
    await runMigrations(run());
    const load = { remote: 'a', version: '1.0.0', outcome: 'loaded' as const, atMs: Date.now(), ms: 12 };
    await addLoads(knex, Array.from({ length: 200 }, (_, index) => ({ ...load, userHash: `u${index % 7}` })));
    expect(await readLoads(knex, 'a', load.atMs)).toHaveLength(200);
    await forgetLoads(knex, load.atMs + 1);
    expect(await readLoads(knex, 'a', 0)).toEqual([]);
  });

  test('knows which versions sessions run, once for each session however often it says so', async () => {
    await runMigrations(run());
    const sighting = { remote: 'a', version: '1.0.0', sessionHash: 's1', userHash: 'u1' };
    const twice = Array.from({ length: 2 }, (_, index) => ({ ...sighting, atMs: day * 20_000 + index }));
    await addSightings(knex, [...twice, { ...sighting, sessionHash: 's2', atMs: day * 20_001 }, { ...sighting, remote: 'b', atMs: day * 19_990 }]);
    await Promise.all(Array.from({ length: 20 }, (_, index) => addSightings(knex, [{ ...sighting, sessionHash: `s${index % 4}`, atMs: day * 20_002 }])));
    expect(await readSeen(knex, day * 20_000)).toEqual(new Map([['a', new Map([['1.0.0', { sessions: 4, lastAt: new Date(day * 20_002).toISOString() }]])]]));
    expect(await readSeen(knex, day * 19_000, 'b')).toEqual(new Map([['b', new Map([['1.0.0', { sessions: 1, lastAt: expect.any(String) }]])]]));
    expect(await readSeen(knex, day * 20_002 + 1)).toEqual(new Map());
    await forgetSightings(knex, day * 20_002);
    expect(await knex('sightings').pluck('day')).toEqual([20_002, 20_002, 20_002, 20_002]);
  });

  test('keeps the last versions that a user claims of each remote, and what others claim', async () => {
    await runMigrations(run());
    const claim = (remote: string, version: string, at: number) => ({ remote, version, atMs: day * 20_000 + at, sessionHash: `s${at % 3}`, userHash: 'u1' });
    await addSightings(knex, [{ ...claim('a', '1.0.0', 0), sessionHash: 's9', userHash: 'u2' }]);
    await addSightings(knex, ['1.0.0', '2.0.0', '3.0.0', '4.0.0'].flatMap((version, at) => [claim('a', version, at), claim('b', version, at)]));
    await addSightings(knex, [claim('a', '2.0.0', 5)]);
    const reported = [claim('a', '1.0.0', 4)];
    await addSightings(knex, reported);
    await Promise.all(Array.from({ length: 8 }, () => forgetEarlierClaims(knex, reported, 2)));
    const seen = await readSeen(knex, 0);
    expect([[...(seen.get('a') ?? [])].map(([version, { sessions }]) => `${version} ${sessions}`).sort(), [...(seen.get('b')?.keys() ?? [])].length]).toEqual([['1.0.0 3', '2.0.0 2'], 4]);
  });

  test('counts violations of many reports at the same time, in a limited number of rows', async () => {
    await runMigrations(run());
    const violation = { remote: 'a', version: '1.0.0', directive: 'connect-src', blocked: 'https://x.example', by: 'source' as const, file: 'a.js', count: 2, atMs: day };
    await Promise.all(Array.from({ length: 20 }, (_, index) => addViolation(knex, { ...violation, atMs: day + index })));
    for (let index = 0; index < 105; index += 1) await addViolation(knex, { ...violation, blocked: `https://${index}.example`, count: 1 });
    const kept = await readViolations(knex, 'a');
    expect(kept.find(({ blocked }) => blocked === 'https://x.example')).toMatchObject({ count: 40, source: 'a.js', firstAt: expect.any(String) });
    expect([kept.length, kept.find(({ blocked }) => blocked === 'others')?.count]).toEqual([101, 6]);
    await forgetViolations(knex, 2 * day);
    expect(await readViolations(knex)).toEqual([]);
  });

  test('takes over from earlier reports which versions are in use', async () => {
    await runMigrations({ ...run(), migrations: migrations.slice(0, 2) });
    const load = { remote: 'a', version: '1.0.0', outcome: 'loaded' as const, userHash: 'u1' };
    await addLoads(knex, [{ ...load, atMs: day * 20_000 }, { ...load, atMs: day * 20_003 }, { ...load, atMs: day * 20_001, userHash: 'u2' }]);
    await runMigrations(run());
    expect((await readSeen(knex, day * 20_000)).get('a')?.get('1.0.0')).toEqual({ sessions: 2, lastAt: new Date(day * 20_003).toISOString() });
  });

  test('brings a file along again that was swept while its version was being kept', async () => {
    await runMigrations(run());
    const { manifest, blobs } = storedBuild('1');
    const database = createRegistryDatabase(knex);
    await database.change({ work: ({ transaction }) => addBlobs(transaction, blobs) });
    let tries = 0;
    await database.change({
      async prepare(transaction) {
        tries += 1;
        await addBlobs(transaction, blobs);
        // What another process does while this one waits for its turn.
        if (tries === 1) await transaction('blobs').delete();
      },
      work: ({ transaction }) => addVersion(transaction, { ...noted, remote: 'a', version: '1.0.0', manifest }),
    });
    expect(tries).toBe(2);
    expect((await createVersionStore(knex).known([...blobs.keys()])).size).toBe(blobs.size);
  });

  test('counts revisions by what they stand for', async () => {
    await runMigrations(run());
    const revisions = createRevisionStore(createRegistryDatabase(knex));
    const seen: number[] = [];
    for (const fingerprint of ['a', 'a', 'b', 'a']) seen.push(await revisions.advance(fingerprint));
    expect(seen).toEqual([1, 1, 2, 3]);
  });
});
