import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createWorkshop, fakeBuild } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { createRegistryClient } from './fixtures/registry-client.ts';
import type { RegistryClient } from './fixtures/registry-client.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { RegistryTestConfig, TestRegistry } from './fixtures/start-registry.ts';

let workshop: FakeWorkshop;
let registry: TestRegistry;
let client: RegistryClient;
let hosts: Server[];

beforeEach(() => {
  workshop = createWorkshop();
  hosts = [];
});

afterEach(async () => {
  await registry.stop();
  for (const host of hosts) {
    host.closeAllConnections();
    await new Promise(resolve => host.close(resolve));
  }
  workshop.remove();
});

async function startHost(listener: RequestListener): Promise<string> {
  const host = createServer(listener);
  hosts.push(host);
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
}

async function start(config: RegistryTestConfig): Promise<void> {
  registry = await startRegistry(workshop, config);
  client = createRegistryClient(registry);
}

const build = fakeBuild();
const manifest = build.get('portico-plugin.json') ?? '';
const sound: RequestListener = (request, response) => void response.end(build.get((request.url ?? '').slice(1)));

/** A byte now and then, and never the last. */
const trickle: RequestListener = (_request, response) => {
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
  response.writeHead(200, { 'content-type': 'application/json' });
};

const hostile: [string, RequestListener, string, RegExp][] = [
  ['sends a byte now and then', trickle, 'remote-is-reachable', /within 0\.3 s/],
  ['takes the request and says nothing', () => undefined, 'remote-is-reachable', /within 0\.3 s/],
  [
    'gives its manifest, and its files a byte now and then',
    (request, response) => (request.url === '/portico-plugin.json' ? void response.end(manifest) : trickle(request, response)),
    'remote-is-reachable',
    /within 0\.3 s/,
  ],
  ['hangs up', request => void request.socket.destroy(), 'remote-is-reachable', /give the files of a remote/],
  ['has nothing there', (_request, response) => void response.writeHead(404).end(), 'remote-is-reachable', /404|not found|nothing/i],
  ['is broken', (_request, response) => void response.writeHead(500).end('stack'), 'remote-is-reachable', /500/],
  ['gives a page', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'), 'remote-is-reachable', /Expected JSON/],
  ['sends it elsewhere', (_request, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end(), 'remote-is-reachable', /169\.254\.169\.254/],
  ['gives a manifest with a key twice', (_request, response) => void response.end(manifest.replace('"title"', '"id":"other","title"')), 'remote-is-reachable', /twice/],
];

describe('a host that', () => {
  test.each(hostile)('%s: is told of by one finding, and registered by nobody', async (_what, listener, rule, message) => {
    const url = await startHost(listener);
    await start({ origins: { allowed: [url] }, hostTimeoutMs: 300 });
    const preflight = await client.call('POST', '/preflight', { url });
    expect([preflight.status, preflight.body]).toMatchObject([200, { ok: false, findings: [{ rule, message: expect.stringMatching(message), fix: expect.any(String) }] }]);
    const answer = await client.call('POST', '/remotes', { url });
    expect([answer.status, answer.body.error.details]).toMatchObject([422, [{ code: rule }]]);
    expect((await client.call('GET', '/remotes')).body.remotes).toEqual([]);
  });

  test('takes all the time there is keeps no other remote from being mirrored', async () => {
    const [good, ...slow] = await Promise.all([sound, ...Array.from({ length: 6 }, () => trickle)].map(startHost));
    const waiting = slow.map((url, index) => ({ id: `slow-${index}`, url }));
    await start({ remotes: [...waiting, { id: 'tech-radar', url: good ?? '' }], hostTimeoutMs: 300 });
    await registry.snapshotWhere(({ remotes }) => remotes.some(({ id, status }) => id === 'tech-radar' && status === 'ok'));
    await registry.snapshotWhere(({ remotes }) => remotes.filter(({ reason }) => reason?.code === 'REGISTRY_HOST_SLOW').length === waiting.length);
  });
});
