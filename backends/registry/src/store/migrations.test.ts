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
import { createRegistrationStore } from './registration-store.ts';
import { createRevisionStore } from './revision-store.ts';
import { createVersionStore } from './version-store.ts';

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

describe('the database of the registry', () => {
  test('goes up, takes rows, goes down with them in it, and up again', async () => {
    const run = { knex, pluginId: 'registry', migrations };
    await runMigrations(run);
    expect(await tables()).toEqual(['assets', 'blobs', 'remotes', 'revision', 'versions']);
    const { manifest, blobs } = storedBuild('1');
    await createVersionStore(knex).save('tech-radar', { version: '1.2.0+0', location: 'http://x', manifest }, blobs);
    await createRegistrationStore(knex).add({ origin: 'call', kind: 'mirror', id: 'tech-radar', location: 'http://x' });
    expect(await createRevisionStore(knex).advance('a')).toBe(1);
    await rollback(run);
    expect(await tables()).toEqual([]);
    await runMigrations(run);
    expect(await createRevisionStore(knex).advance('a')).toBe(1);
    expect(await createRegistrationStore(knex).list()).toEqual([]);
  });

  test('keeps a file once for all versions, and forgets it with the last one', async () => {
    await runMigrations({ knex, pluginId: 'registry', migrations });
    const versions = createVersionStore(knex);
    const [first, second] = [storedBuild('1'), storedBuild('2')];
    const location = 'http://x';
    await versions.save('a', { version: '1.0.0', location, manifest: first.manifest }, first.blobs);
    await versions.save('b', { version: '1.0.0', location, manifest: second.manifest }, second.blobs);
    expect(await knex('blobs').pluck('integrity')).toHaveLength(4);
    await versions.removeAll('a');
    expect(await versions.latest('a', location)).toBeUndefined();
    expect(new Set(await knex('blobs').pluck('integrity'))).toEqual(new Set(second.blobs.keys()));
    expect((await versions.readBlob([...second.blobs.keys()][0] ?? ''))?.length).toBeGreaterThan(0);
  });

  test('keeps nothing of a version whose files are not all there', async () => {
    await runMigrations({ knex, pluginId: 'registry', migrations });
    const versions = createVersionStore(knex);
    const { manifest, blobs } = storedBuild('1');
    const [some] = blobs;
    const saved = versions.save('a', { version: '1.0.0', location: 'http://x', manifest }, new Map(some ? [some] : []));
    await expect(saved).rejects.toThrow(/FOREIGN KEY/);
    expect(await versions.list('a')).toEqual([]);
    expect(await knex('blobs').pluck('integrity')).toEqual([]);
  });

  test('counts revisions by what they stand for', async () => {
    await runMigrations({ knex, pluginId: 'registry', migrations });
    const revisions = createRevisionStore(knex);
    const seen: number[] = [];
    for (const fingerprint of ['a', 'a', 'b', 'a']) seen.push(await revisions.advance(fingerprint));
    expect(seen).toEqual([1, 1, 2, 3]);
  });
});
