import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { archiveOf, registryOf } from '../../fixtures/demo-remote.ts';
import { startPortal } from '../../setup/portal.ts';
import type { RunningPortal } from '../../setup/portal.ts';
import { randomFrom } from '../random.ts';
import type { SoakOutcome } from '../soak-case.ts';

const uploads = 6;
const mostAttempts = 20;
/** Milliseconds until the end after so many uploads as chance wants are confirmed, at most. */
const latestKillMs = 250;

interface Manifest {
  readonly assets: readonly { readonly path: string; readonly integrity: string }[];
}

interface Remote {
  readonly versions: readonly { readonly version: string }[];
  readonly channels: readonly { readonly version: string }[];
}

/** Of several sizes, some of them kept in parts, so that a publish takes a while. */
function archives(random: () => number): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const text = (version: string, bytes: number) => `/* ${version} */ `.repeat(bytes / 12);
  const versions = Array.from({ length: uploads }, (_, index) => `1.${index}.0`);
  const files = (version: string) => ({ 'a.js': text(version, 200_000 + random() * 2_000_000), 'b.js': text(version, 1_000) });
  return new Map(versions.map(version => [version, archiveOf({ version, files: files(version) })]));
}

async function upload(portal: RunningPortal, archive: Uint8Array<ArrayBuffer>): Promise<number> {
  const headers = { authorization: `Bearer ${portal.developmentToken()}`, 'content-type': 'application/gzip' };
  const url = `${portal.url}/api/registry/remotes/demo/versions?channel=stable`;
  return fetch(url, { method: 'POST', headers, body: archive }).then(
    answer => answer.status,
    () => 0,
  );
}

/** As a pipeline would: a portal that has no time yet says so, and is asked again. */
async function publishAgain(portal: RunningPortal, archive: Uint8Array<ArrayBuffer>): Promise<number> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const status = await upload(portal, archive);
    if (status !== 503) return status;
    await pause(1_000);
  }
  return 503;
}

/** Files that no version has, in the database as it lies there. */
function orphansIn(dataDirectory: string): number {
  const database = new DatabaseSync(path.join(dataDirectory, 'databases/registry.sqlite'), { readOnly: true });
  const row = database.prepare('select count(*) as count from blobs where integrity not in (select integrity from assets)').get();
  database.close();
  return Number(row?.['count']);
}

/** What is wrong with the files of a version, asked for as a browser would. */
async function brokenFiles(portal: RunningPortal, version: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${portal.developmentToken()}` };
  const get = (file: string) => fetch(`${portal.url}/remotes/demo/${version}/${file}`, { headers });
  const { assets } = (await (await get('portico-plugin.json')).json()) as Manifest;
  const bad = await Promise.all(
    assets.map(async asset => {
      const body = Buffer.from(await (await get(asset.path)).arrayBuffer());
      return `sha384-${createHash('sha384').update(body).digest('base64')}` === asset.integrity ? [] : [`${version}/${asset.path} is not what was recorded`];
    }),
  );
  return bad.flat();
}

/** Kills a portal by kill -9 at some moment while six versions are published, starts it again and looks at all that it has. */
export async function killWhilePublishing(seed: number): Promise<SoakOutcome> {
  const random = randomFrom(seed);
  const dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-killed-'));
  const first = await startPortal({ dataDirectory });
  const ended = once(first.process, 'exit');
  const sent = archives(random);
  const confirmed: string[] = [];
  const enough = Promise.withResolvers<void>();
  const wanted = Math.floor(random() * uploads);
  if (wanted === 0) enough.resolve();
  const sending = [...sent].map(async ([version, archive]) => {
    if ((await upload(first, archive)) === 201) confirmed.push(version);
    if (confirmed.length >= wanted) enough.resolve();
  });
  await Promise.race([enough.promise, Promise.all(sending)]);
  await pause(random() * latestKillMs);
  first.process.kill('SIGKILL');
  await Promise.all([ended, ...sending]);

  const orphans = orphansIn(dataDirectory);
  const second = await startPortal({ dataDirectory });
  try {
    const registry = registryOf(second);
    const { status, body } = await registry.call('GET', '/remotes/demo');
    const { versions, channels } = (status === 200 ? body : { versions: [], channels: [] }) as Remote;
    const there = versions.map(({ version }) => version);
    const broken = (await Promise.all(there.map(version => brokenFiles(second, version)))).flat();
    const lost = confirmed.filter(version => !there.includes(version));
    const dangling = channels.filter(({ version }) => !there.includes(version));
    const again = await publishAgain(second, sent.get('1.0.0') ?? new Uint8Array());
    return {
      faults: [
        ...broken,
        ...lost.map(version => `${version} was confirmed and is not there`),
        ...dangling.map(({ version }) => `a channel gives ${version}, which is not there`),
        ...(orphans > 0 ? [`${orphans} files belong to no version`] : []),
        ...([200, 201].includes(again) ? [] : [`the next publish was answered with ${again}`]),
      ],
      figures: { confirmed: confirmed.length, there: there.length },
    };
  } finally {
    await second.stop();
  }
}
