import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openSqlite } from '@portico/backend-framework';
import { integrityOf } from '@portico/remote-checks';
import { mockCredentials } from '@portico/test-kit/backend';
import { fakeBuild } from './fixtures/fake-remote.ts';
import { packed } from './fixtures/tar-archive.ts';
import { createVersionStore } from './store/version-store.ts';

const kills = Number(process.env['PORTICO_KILLS'] ?? 3);
const seed = Number(process.env['PORTICO_SEED'] ?? Date.now() % 100_000);

/** Numbers from 0 to 1 that a seed gives again. */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

async function startProcess(dataDirectory: string): Promise<{ child: ChildProcess; port: number }> {
  const main = path.join(import.meta.dirname, 'fixtures/registry-process.ts');
  const child = fork(main, [dataDirectory], { execArgv: ['--conditions=@portico/source', '--no-warnings'], env: { ...process.env, NODE_OPTIONS: '' } });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', message => resolve((message as { port: number }).port));
    child.once('exit', code => reject(new Error(`The registry ended with ${code} before it listened`)));
  });
  return { child, port };
}

/** Files of several sizes, some of them in parts, so that a publish takes a while. */
function bigBuild(version: string): Buffer {
  const text = (size: number): string => `${version} `.repeat(size);
  return packed(fakeBuild({ id: 'tech-radar', version, page: text(20_000), files: { 'a.js': text(300_000), 'b.js': text(1_000) } }));
}

async function upload(port: number, version: string): Promise<number> {
  const headers = { ...mockCredentials.admin().headers, 'content-type': 'application/gzip' };
  const body = new Uint8Array(bigBuild(version));
  const url = `http://127.0.0.1:${port}/api/registry/remotes/tech-radar/versions?channel=stable`;
  return fetch(url, { method: 'POST', headers, body }).then(
    answer => answer.status,
    () => 0,
  );
}

/** What is in the database, read as it lies there. */
async function lookInto(dataDirectory: string): Promise<{ versions: string[]; broken: string[]; orphans: number; stable: string | undefined }> {
  const knex = await openSqlite(path.join(dataDirectory, 'databases/registry.sqlite'));
  const store = createVersionStore(knex);
  const heads = await store.heads();
  const broken: string[] = [];
  for (const { remote, version } of heads) {
    const found = await store.find(remote, version);
    for (const asset of found?.manifest.assets ?? []) {
      const body = await store.readBlob(asset.integrity);
      if (!body || integrityOf(body) !== asset.integrity) broken.push(`${version}/${asset.path}`);
    }
  }
  const orphans = await knex('blobs').whereNotIn('integrity', knex('assets').select('integrity')).pluck('integrity');
  const row = await knex('settings').where({ kind: 'channel', name: 'stable' }).first('value');
  await knex.destroy();
  const stable = row ? (JSON.parse(row.value) as { version: string }).version : undefined;
  return { versions: heads.map(({ version }) => version), broken, orphans: orphans.length, stable };
}

describe(`a registry that is killed while versions are published (seed ${seed})`, () => {
  test(`never shows half a version, and leaves no file behind, in ${kills} kills`, async () => {
    const random = createRandom(seed);
    const dataDirectory = mkdtempSync(path.join(tmpdir(), 'portico-killed-'));
    const confirmed: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const { child, port } = await startProcess(dataDirectory);
      const ended = new Promise(resolve => child.once('exit', resolve));
      const versions = Array.from({ length: 6 }, (_, index) => `1.${kill}.${index}`);
      const uploads = versions.map(async version => {
        if ((await upload(port, version)) === 201) confirmed.push(version);
      });
      await new Promise(resolve => setTimeout(resolve, 20 + random() * 400));
      child.kill('SIGKILL');
      await Promise.all([ended, ...uploads]);
      const found = await lookInto(dataDirectory);
      expect(found).toMatchObject({ broken: [], orphans: 0 });
      expect(found.versions).toEqual(expect.arrayContaining(confirmed));
      if (found.stable !== undefined) expect(found.versions).toContain(found.stable);
    }
    const { child, port } = await startProcess(dataDirectory);
    expect(await upload(port, '2.0.0')).toBe(201);
    child.kill('SIGKILL');
    await new Promise(resolve => child.once('exit', resolve));
    rmSync(dataDirectory, { recursive: true });
  });
});
