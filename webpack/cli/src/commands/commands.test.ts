import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Command, CommandContext } from '../command.ts';
import { check } from './check.ts';
import { manifest } from './manifest.ts';
import { promote } from './promote.ts';
import { publish } from './publish.ts';
import { rollback } from './rollback.ts';
import { status } from './status.ts';

let folder: string;
let server: Server;
let url: string;
let asked: { method: string; path: string; authorization: string; body: Buffer }[];
let answers: Record<string, { status?: number; body: unknown }>;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portico-commands-'));
  asked = [];
  answers = {};
  server = createServer((request, response) => {
    void bodyOf(request).then(body => {
      const path = request.url ?? '';
      asked.push({ method: request.method ?? '', path, authorization: request.headers.authorization ?? '', body });
      const answer = answers[`${request.method} ${path.replace('/api/registry', '')}`] ?? { status: 500, body: {} };
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  write({
    'package.json': JSON.stringify({ name: '@acme/plugin-notes', version: '1.2.0', portico: { role: 'frontend-plugin', pluginId: 'notes', title: 'Notes' } }),
    'dist/remoteEntry.js': 'var notes_1 = {};',
    'dist/remoteEntry.js.map': '{}',
    'dist/deep/page.css': '.notes-page { color: red }',
    'dist/mf-manifest.json': JSON.stringify({
      name: 'notes_1',
      metaData: { globalName: 'notes_1', remoteEntry: { name: 'remoteEntry.js', path: '', type: 'global' } },
      shared: [{ name: 'react', requiredVersion: '^19.0.0' }, { name: 'lodash', version: '4.0.0' }],
    }),
  });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

const error = (code: string, name: string) => ({ error: { name, code, message: `${code} happened`, fix: 'Mend it' } });

function run(command: Command, words: readonly string[] = [], options: Record<string, string | boolean> = {}) {
  const context: CommandContext = { directory: folder, environment: { PORTICO_URL: url, PORTICO_TOKEN: 'secret' }, progress: () => undefined, node: process.execPath };
  return command.run({ words, options }, context);
}

const stamp = () => run(manifest, ['dist']);
const stamped = () => JSON.parse(readFileSync(join(folder, 'dist/portico-plugin.json'), 'utf8')) as Record<string, unknown>;

describe('portico manifest', () => {
  test('stamps the build of any bundler with what it and its package say, and the digests of all files', async () => {
    await stamp();
    expect(stamped()).toMatchObject({
      id: 'notes',
      version: '1.2.0',
      title: 'Notes',
      routes: [{ path: '/notes' }],
      federation: { entry: 'remoteEntry.js', type: 'script', global: 'notes_1', shared: [{ request: 'react', range: '^19.0.0' }] },
      assets: [
        { path: 'deep/page.css', bytes: 26, integrity: expect.stringMatching(/^sha384-/) },
        { path: 'mf-manifest.json' },
        { path: 'remoteEntry.js', bytes: 17 },
      ],
    });
  });

  test('takes what the command line says first, and wants an entry that is there', async () => {
    await run(manifest, ['dist'], { id: 'other', route: '/elsewhere', type: 'module' });
    expect(stamped()).toMatchObject({ id: 'other', routes: [{ path: '/elsewhere' }], federation: { type: 'module' } });
    await expect(run(manifest, ['dist'], { entry: 'main.js' })).rejects.toThrow('Expected the entry main.js in the build, found remoteEntry.js');
    await expect(run(manifest, ['dist'], { type: 'esm' })).rejects.toThrow('the type esm, neither module nor script');
    await expect(run(manifest, ['nowhere'])).rejects.toThrow(/Expected a folder .*nowhere, found none/);
  });
});

describe('portico manifest without a manifest of the bundler', () => {
  test('sees that an entry is a module, and names it by the digest of its content', async () => {
    write({ 'plain/remoteEntry.js': 'export const get = () => import("./page.js");', 'plain/page.js': 'export default 1;' });
    const { ok, data } = await run(manifest, ['plain']);
    const { federation } = (data as { manifest: { federation: { type: string; global: string } } }).manifest;
    expect([ok, federation.type]).toEqual([true, 'module']);
    expect(federation.global).toMatch(/^notes__[0-9a-f]{8}$/);
    write({ 'plain/page.js': 'export default 2;' });
    expect((await run(manifest, ['plain'])).data).not.toMatchObject({ manifest: { federation: { global: federation.global } } });
  });

  test('leaves the manifest of the preset alone, which says more', async () => {
    const ofPreset = JSON.stringify({ id: 'notes', federation: { preload: [] } });
    write({ 'dist/portico-plugin.json': ofPreset });
    await expect(stamp()).rejects.toThrow(/Expected the build of another bundler in .*dist, got one of the preset/);
    expect(readFileSync(join(folder, 'dist/portico-plugin.json'), 'utf8')).toBe(ofPreset);
  });
});

describe('portico check', () => {
  test('without a portal applies the rules to the files', async () => {
    await stamp();
    const offline = () => check.run({ words: [], options: {} }, { directory: folder, environment: {}, progress: () => undefined, node: process.execPath });
    expect(await offline()).toMatchObject({ data: { id: 'notes', version: '1.2.0' } });
    write({ 'dist/remoteEntry.js': 'changed' });
    const { ok, lines } = await offline();
    expect(ok).toBe(false);
    expect(lines.join('\n')).toMatch(/✗ assets-match-the-files at/);
  });

  test('asks a portal that is named', async () => {
    await stamp();
    const finding = { rule: 'id-is-not-taken', severity: 'error', path: 'id', message: 'taken', fix: 'Choose another' };
    answers['POST /preflight'] = { body: { ok: false, rules: [], findings: [finding] } };
    expect(await run(check)).toMatchObject({ ok: false, data: { findings: [finding] } });
  });

  test('names a file that is no JSON', async () => {
    write({ 'dist/portico-plugin.json': '{' });
    await expect(run(check)).rejects.toThrow(/Expected JSON in .*portico-plugin\.json, got: /);
  });

  test('wants a build', async () => {
    await expect(run(check)).rejects.toThrow(/Expected a build with portico-plugin\.json in .*dist, found none/);
  });
});

describe('portico publish', () => {
  const published = { remote: 'notes', version: '1.2.0', created: true, files: 4, bytes: 100, channels: [], findings: [] };

  test('sends the same archive for the same files, without source maps', async () => {
    await stamp();
    answers['POST /remotes/notes/versions'] = { body: published };
    expect((await run(publish)).lines).toEqual(['Published notes 1.2.0; nobody gets it until it is promoted']);
    await run(publish);
    const [first, second] = asked;
    expect(first?.body.equals(second?.body ?? Buffer.alloc(0))).toBe(true);
    const tar = gunzipSync(first?.body ?? Buffer.alloc(0)).toString('latin1');
    expect(tar).toContain('portico-plugin.json');
    expect(tar).not.toContain('remoteEntry.js.map');
    expect(first?.authorization).toBe('Bearer secret');
  });

  test('of bytes that were published before is no error', async () => {
    await stamp();
    answers['POST /remotes/notes/versions?channel=canary'] = { body: { ...published, created: false, channels: ['canary'] } };
    expect((await run(publish, [], { channel: 'canary' })).lines).toEqual(['notes 1.2.0 was published before with the same bytes; given by canary']);
  });

  test('registers the remote first where that is asked for', async () => {
    await stamp();
    answers['POST /remotes/notes/versions'] = { status: 404, body: error('REGISTRY_UNKNOWN', 'NotFoundError') };
    await expect(run(publish)).rejects.toThrow('REGISTRY_UNKNOWN happened');
    answers['POST /remotes'] = { status: 201, body: {} };
    await expect(run(publish, [], { register: true })).rejects.toThrow('REGISTRY_UNKNOWN happened');
    expect(asked.map(({ method, path }) => `${method} ${path}`).slice(1)).toEqual([
      'POST /api/registry/remotes/notes/versions',
      'POST /api/registry/remotes',
      'POST /api/registry/remotes/notes/versions',
    ]);
  });

  test('signs the manifest with the key of the publisher', async () => {
    await stamp();
    const { privateKey, publicKey } = generateKeyPairSync('ed25519', { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
    write({ 'key.pem': privateKey });
    answers['POST /remotes/notes/versions'] = { body: published };
    await run(publish, [], { key: join(folder, 'key.pem') });
    const signature = Buffer.from(readFileSync(join(folder, 'dist/portico-plugin.sig'), 'utf8'), 'base64');
    expect(verify(null, readFileSync(join(folder, 'dist/portico-plugin.json')), createPublicKey(publicKey), signature)).toBe(true);
    write({ 'wrong.pem': 'not a key' });
    await expect(run(publish, [], { key: join(folder, 'wrong.pem') })).rejects.toThrow(/Expected a private ed25519 key in PEM in .*wrong\.pem, got /);
  });
});

describe('moves', () => {
  test('promote gives a version to a channel, for the plugin of the folder or a named one', async () => {
    answers['PUT /remotes/notes/channels/stable'] = { body: { audit: 1, channels: [] } };
    expect((await run(promote, ['1.2.0'])).lines).toEqual(['stable of notes gives 1.2.0']);
    answers['PUT /remotes/radar/channels/canary'] = { body: { audit: 2, channels: [] } };
    await run(promote, ['radar', '2.0.0'], { channel: 'canary', weight: '25', audience: 'group:default/a, group:default/b' });
    expect(JSON.parse(asked[1]?.body.toString() ?? '')).toEqual({ version: '2.0.0', weight: 25, audience: ['group:default/a', 'group:default/b'] });
    await expect(run(promote, ['radar', '2.0.0'], { weight: 'half' })).rejects.toThrow('no percentage from 0 to 100 but half');
  });

  test('rollback says which version is given again', async () => {
    answers['POST /remotes/notes/rollback'] = { body: { audit: 3, channels: [{ channel: 'stable', version: '1.1.0' }] } };
    expect((await run(rollback)).lines).toEqual(['stable of notes gives 1.1.0 again']);
  });
});

describe('portico status', () => {
  const remote = { id: 'notes', status: 'ok', version: '1.2.0', channels: [{ channel: 'canary', version: '1.3.0' }] };

  test('lists remotes, or the versions of one with their health', async () => {
    answers['GET /remotes'] = { body: { remotes: [remote] } };
    const outside = { directory: '/', environment: { PORTICO_URL: url, PORTICO_TOKEN: 'secret' }, progress: () => undefined, node: process.execPath };
    expect((await status.run({ words: [], options: {} }, outside)).lines[1]).toMatch(/^notes +ok +1\.2\.0 +canary 1\.3\.0$/);
    const versions = [{ version: '1.2.0', channels: ['stable'], seen: { sessions: 4 } }, { version: '1.3.0', channels: ['canary'] }];
    answers['GET /remotes/notes'] = { body: { ...remote, channels: [{ channel: 'canary', version: '1.3.0', weight: 10 }], versions } };
    answers['GET /remotes/notes/health'] = { body: { versions: [{ version: '1.2.0', errorRate: 0.05, loadMs: { p75: 120.4 } }] } };
    const [stable, canary] = (await run(status)).lines.slice(-2);
    expect(stable).toMatch(/^1\.2\.0 +stable +4 sessions +120 ms +5\.0 % errors$/);
    expect(canary).toMatch(/^1\.3\.0 +canary \(10 %\)$/);
  });

  test('says what is wrong with the portal or the token', async () => {
    await expect(run(status)).rejects.toThrow(/Expected an answer of a portal at .*, got the status 500 without a reason/);
    const context = { directory: '/', environment: {}, progress: () => undefined, node: process.execPath };
    const ask = (portal: string) => status.run({ words: [], options: { portal } }, context);
    await expect(ask('https://portal.example.com')).rejects.toThrow('Expected a token for https://portal.example.com, found none');
    await expect(ask('portal')).rejects.toThrow('Expected the http or https address of a portal, got portal');
    const encrypted = { ...context, environment: { PORTICO_TOKEN: 'x', PORTICO_URL: url.replace('http:', 'https:') } };
    await expect(status.run({ words: [], options: {} }, encrypted)).rejects.toThrow(/but its answer is no TLS that holds \(ERR_SSL_\w+\); is it http\?$/);
    const away = { ...context, environment: { PORTICO_TOKEN: 'x', PORTICO_URL: 'http://127.0.0.1:1' } };
    await expect(status.run({ words: [], options: {} }, away)).rejects.toThrow(/Expected a portal at http:\/\/127\.0\.0\.1:1, but /);
  });

  test('names a token that the portal refuses', async () => {
    answers['GET /remotes/notes'] = { status: 401, body: error('FRAMEWORK_UNAUTHENTICATED', 'AuthenticationError') };
    answers['GET /remotes/notes/health'] = answers['GET /remotes/notes'];
    await expect(run(status)).rejects.toMatchObject({ message: `Expected a token that ${url} takes, got one that it refused`, fix: expect.stringContaining('PORTICO_TOKEN') });
  });

  test('finds the development token of a portal on this machine, and that of the production topology where it runs there', async () => {
    const context = { directory: join(folder, 'dist'), environment: {}, progress: () => undefined, node: process.execPath };
    const used = async () => {
      await status.run({ words: [], options: { portal: url } }, context).catch(() => undefined);
      return asked.at(-1)?.authorization;
    };
    write({ '.data/dev-token': 'found\n' });
    answers['GET /remotes'] = { body: { remotes: [] } };
    expect(await used()).toBe('Bearer found');
    const stackAt = (address: string) => write({ '.data/stack/dev-token': 'of the stack\n', '.data/stack/state.json': JSON.stringify({ url: address }) });
    stackAt('http://127.0.0.1:1');
    expect(await used()).toBe('Bearer found');
    stackAt(url);
    expect(await used()).toBe('Bearer of the stack');
  });
});
