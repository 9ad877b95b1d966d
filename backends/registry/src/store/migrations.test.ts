import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSqlite, rollback, runMigrations } from '@portico/backend-framework';
import type { PluginManifest } from '@portico/contracts';
import type { Knex } from 'knex';
import { integrityOf } from '../artifacts/digest.ts';
import { fakeBuild } from '../fixtures/fake-remote.ts';
import { migrations } from './migrations.ts';
import { addRegistration, readRegistrations } from './registration-store.ts';
import { createRegistryDatabase } from './registry-database.ts';
import { createRevisionStore } from './revision-store.ts';
import { createVersionStore } from './version-store.ts';
import type { StoredVersion } from './version-store.ts';
import { addBlobs, addVersion, removeVersions } from './version-writes.ts';

let folder: string;
let knex: Knex;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'portico-registry-'));
  knex = await openSqlite(path.join(folder, 'registry.sqlite'));
});
afterEach(async () => {
  await knex.destroy();
  rmSync(folder, { recursive: true });
});

function storedBuild(page: string): { manifest: PluginManifest; blobs: Map<string, Buffer> } {
  const build = fakeBuild({ page });
  const manifest = JSON.parse(build.get('portico-plugin.json') ?? '') as PluginManifest;
  const bodies = manifest.assets.map(asset => Buffer.from(build.get(asset.path) ?? ''));
  return { manifest, blobs: new Map(bodies.map(body => [integrityOf(body), body])) };
}

async function tables(): Promise<string[]> {
  const rows = await knex('sqlite_master').where({ type: 'table' }).pluck('name');
  return rows.filter((name: string) => !/^(sqlite_|portico_migrations)/.test(name)).sort();
}

const noted = { location: 'http://x', kind: 'published' as const, digest: 'd', bytes: 1, createdAt: '2026-11-21T00:00:00Z', createdBy: 'x' };

function keep(version: Pick<StoredVersion, 'remote' | 'version' | 'manifest'>, blobs: ReadonlyMap<string, Buffer>): Promise<unknown> {
  return createRegistryDatabase(knex).change({
    prepare: transaction => addBlobs(transaction, blobs),
    work: ({ transaction }) => addVersion(transaction, { ...noted, ...version }),
  });
}

const run = (): { knex: Knex; pluginId: string; migrations: typeof migrations } => ({ knex, pluginId: 'registry', migrations });

describe('the database of the registry', () => {
  test('goes up, takes rows, goes down with them in it, and up again', async () => {
    await runMigrations(run());
    expect(await tables()).toEqual(['assets', 'audit', 'blobs', 'loads', 'remotes', 'revision', 'settings', 'versions']);
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
    await expect(saved).rejects.toThrow(/FOREIGN KEY/);
    expect(await createVersionStore(knex).heads()).toEqual([]);
    expect(await knex('blobs').pluck('integrity')).toEqual([]);
    expect(await createRevisionStore(createRegistryDatabase(knex)).current()).toBe(0);
  });

  test('counts revisions by what they stand for', async () => {
    await runMigrations(run());
    const revisions = createRevisionStore(createRegistryDatabase(knex));
    const seen: number[] = [];
    for (const fingerprint of ['a', 'a', 'b', 'a']) seen.push(await revisions.advance(fingerprint));
    expect(seen).toEqual([1, 1, 2, 3]);
  });
});
