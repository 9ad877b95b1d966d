import { generateKeyPairSync } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { createWorkshop, fakeBuild } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { createRegistryClient } from './fixtures/registry-client.ts';
import type { RegistryClient } from './fixtures/registry-client.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { RegistryTestConfig, TestRegistry } from './fixtures/start-registry.ts';
import { packed } from './fixtures/tar-archive.ts';

const admin = mockCredentials.admin();
const other = mockCredentials.user({ userEntityRef: 'user:default/bob', roles: ['portal-admin'] });
const archive = packed(fakeBuild({ id: 'tech-radar' }));
let workshop: FakeWorkshop;
let registry: TestRegistry;
let client: RegistryClient;
let sockets: Socket[];

async function start(config: RegistryTestConfig = {}): Promise<void> {
  registry = await startRegistry(workshop, config, workshop.at('data'));
  client = createRegistryClient(registry);
}

beforeEach(() => {
  workshop = createWorkshop();
  sockets = [];
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  expect((await client.call('GET', '/retention')).body.orphans).toBe(0);
  await registry.stop();
  // Nothing of an upload ever lies in a file of its own.
  expect(readdirSync(workshop.at('data'), { recursive: true }).filter(name => /upload|temp|tar|\.gz/i.test(String(name)))).toEqual([]);
  workshop.remove();
});

/** An upload of which a part is on its way. */
interface Upload {
  send(part: Buffer): void;
  /** All that came back, when the portal has hung up. */
  readonly answer: Promise<string>;
}

/** Begins an upload and sends no byte of it. Resolves when the portal has taken the request. */
async function begin(path = '/remotes/tech-radar/versions'): Promise<Upload> {
  const socket = connect(registry.port, '127.0.0.1');
  sockets.push(socket);
  const head = [
    `POST /api/registry${path} HTTP/1.1`, 'host: x', 'content-type: application/gzip', 'expect: 100-continue',
    `authorization: ${admin.headers.authorization}`, `content-length: ${archive.length}`, '', '',
  ];
  socket.write(head.join('\r\n'));
  let text = '';
  const answer = new Promise<string>(resolve => socket.on('close', () => resolve(text)));
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('data', data => ((text += data.toString()), text.includes('100 Continue') && resolve()));
  });
  return { send: part => void socket.write(part), answer };
}

describe('uploads that stall', () => {
  test('end by their time with an answer that says so', async () => {
    await start({ uploadTimeoutMs: 300 });
    const upload = await begin();
    upload.send(archive.subarray(0, 100));
    const preflight = await begin('/preflight');
    for (const answer of await Promise.all([upload.answer, preflight.answer])) {
      expect(answer).toMatch(/HTTP\/1\.1 400 Bad Request[^]*REGISTRY_UPLOAD_SLOW/);
      expect(answer).toContain('within 0.3 s');
    }
  });

  test('of one publisher keep neither another publisher waiting, nor anybody who asks something', async () => {
    await start();
    await Promise.all(Array.from({ length: 20 }, () => begin()));
    expect((await client.upload('tech-radar', archive, { as: other })).status).toBe(201);
    expect((await client.versionsFor(mockCredentials.user()))['tech-radar']).toBe('1.2.0');
    expect((await registry.fetch('/remotes/tech-radar/1.2.0/remoteEntry.js', { as: other })).status).toBe(200);
  });
});

describe('an upload', () => {
  test('during which the remote got a key is held against that key', async () => {
    await start();
    await client.call('POST', '/remotes', { id: 'tech-radar' });
    const upload = await begin();
    upload.send(archive.subarray(0, 100));
    const publisherKey = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string;
    expect((await client.call('PATCH', '/remotes/tech-radar', { publisherKey }, { headers: { 'if-match': '*' } })).status).toBe(200);
    upload.send(archive.subarray(100));
    sockets[0]?.on('data', () => sockets[0]?.end());
    expect(await upload.answer).toMatch(/HTTP\/1\.1 422[^]*signature-is-of-the-publisher/);
    expect((await client.call('GET', '/remotes/tech-radar')).body.versions).toEqual([]);
  });

  test('during which the remote was unregistered makes no version of nothing', async () => {
    await start();
    await client.call('POST', '/remotes', { id: 'tech-radar' });
    const upload = await begin();
    upload.send(archive.subarray(0, 100));
    expect((await client.call('DELETE', '/remotes/tech-radar')).status).toBe(204);
    upload.send(archive.subarray(100));
    sockets[0]?.on('data', () => sockets[0]?.end());
    expect(await upload.answer).toMatch(/HTTP\/1\.1 (404|201)/);
    const { remotes } = (await client.call('GET', '/remotes')).body;
    expect(remotes.map(({ version }: { version: string }) => version)).toEqual(remotes.length === 0 ? [] : ['1.2.0']);
  });
});
