import { request as rawRequest } from 'node:http';
import { rmSync, writeFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { createWorkshop, fakeBuild } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { TestRegistry } from './fixtures/start-registry.ts';

const user = mockCredentials.user();
let workshop: FakeWorkshop;
let folder: string;
let registry: TestRegistry;
/** `/remotes/tech-radar/<version>`. */
let base: string;

async function start(config: { artifacts?: { public: boolean } } = {}): Promise<void> {
  registry = await startRegistry(workshop, { remotes: [{ path: folder }], ...config });
  base = (await registry.remote('tech-radar')).entry.url.replace('/remoteEntry.js', '');
}

interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Sends a path exactly as it is written, which fetch does not. */
function rawGet(path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: registry.port, path, headers: { ...user.headers, ...headers } };
    rawRequest(options, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      const { statusCode: status = 0 } = response;
      response.on('end', () => resolve({ status, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

beforeEach(() => {
  workshop = createWorkshop();
  const files = { 'data.bin': 'bytes', 'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' };
  folder = workshop.build('tech-radar', { files });
});

afterEach(async () => {
  await registry.stop();
  workshop.remove();
});

describe('artifacts', () => {
  test('are served immutable, with their type and their digest', async () => {
    await start();
    const answer = await rawGet(`${base}/remoteEntry.js`);
    expect(answer.body.toString()).toBe(fakeBuild().get('remoteEntry.js'));
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${(await registry.remote('tech-radar')).entry.integrity}"`,
    });
  });

  test.each([
    ['styles/page.css', 'text/css; charset=utf-8'],
    ['data.bin', 'application/octet-stream'],
    ['picture.svg', 'image/svg+xml; charset=utf-8'],
  ])('%s has the type %s', async (name, type) => {
    await start();
    expect((await rawGet(`${base}/${name}`)).headers['content-type']).toBe(type);
  });

  test('come with the manifest, which gives the digest of each', async () => {
    await start();
    const { body, headers } = await rawGet(`${base}/portico-plugin.json`);
    const { assets } = JSON.parse(body.toString()) as { assets: { path: string; integrity: string }[] };
    const entry = assets.find(asset => asset.path === 'remoteEntry.js');
    expect(entry?.integrity).toBe((await registry.remote('tech-radar')).entry.integrity);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('that would be a page if opened can do nothing there', async () => {
    await start();
    expect((await rawGet(`${base}/picture.svg`)).headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  });

  test('come in the best coding that the client takes, each with a tag of its own', async () => {
    await start();
    const plain = (await rawGet(`${base}/remoteEntry.js`)).body;
    const brotli = await rawGet(`${base}/remoteEntry.js`, { 'accept-encoding': 'gzip, br' });
    const gzip = await rawGet(`${base}/remoteEntry.js`, { 'accept-encoding': 'gzip' });
    expect(brotliDecompressSync(brotli.body)).toEqual(plain);
    expect(gunzipSync(gzip.body)).toEqual(plain);
    expect([brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotli.headers.vary).toContain('Accept-Encoding');
    expect(brotli.headers.etag).not.toBe(gzip.headers.etag);
  });

  test('are not sent again to a client that has them', async () => {
    await start();
    const first = await rawGet(`${base}/remoteEntry.js`, { 'accept-encoding': 'br' });
    const tag = { 'if-none-match': String(first.headers.etag) };
    const again = await rawGet(`${base}/remoteEntry.js`, { 'accept-encoding': 'br', ...tag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('answer HEAD with the headers alone, and no other method', async () => {
    await start();
    const head = await registry.fetch(`${base}/remoteEntry.js`, { as: user, method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const put = await registry.fetch(`${base}/remoteEntry.js`, { as: user, method: 'PUT' });
    const { error } = (await put.json()) as { error: { code: string } };
    expect([put.status, error.code]).toEqual([405, 'REGISTRY_ARTIFACT_METHOD']);
  });

  test('need a session, and none where the configuration makes them public', async () => {
    await start();
    expect((await registry.fetch(`${base}/remoteEntry.js`)).status).toBe(401);
    expect((await registry.fetch(`${base}/remoteEntry.js`, { as: mockCredentials.service() })).status).toBe(200);
    await registry.stop();
    await start({ artifacts: { public: true } });
    const answer = await registry.fetch(`${base}/remoteEntry.js`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  test('are found with the + of the version encoded or not, and under a retry number', async () => {
    await start();
    expect(base).toContain('+');
    const plain = await rawGet(`${base}/page.0a1b2c3d.js`);
    for (const folderOfVersion of [base.replace('+', '%2B'), `${base.replace('+', '%2b')}/~1`, `${base}/~12`]) {
      expect(await rawGet(`${folderOfVersion}/page.0a1b2c3d.js`)).toMatchObject({ status: 200, body: plain.body });
    }
  });

  test.each([
    '/offer.json',
    '/nothing.js',
    '/',
    '',
    '/styles',
    '/styles/',
    '/styles%2Fpage.css',
    '/styles%5cpage.css',
    '/styles/../remoteEntry.js',
    '/./remoteEntry.js',
    '/%2e/remoteEntry.js',
    '/styles/%2e%2e/remoteEntry.js',
    '/%252e%252e/remoteEntry.js',
    '//remoteEntry.js',
    '/remoteEntry.js%00',
    '/remoteEntry.js/',
    '/%E0%A4%A/remoteEntry.js',
    '/../../../package.json',
    '/~1/~2/remoteEntry.js',
    '/~x/remoteEntry.js',
  ])('that are not recorded under exactly that path are not found: %s', async path => {
    await start();
    const answer = await rawGet(base + path);
    expect(answer.status).toBe(404);
    const { error } = JSON.parse(answer.body.toString()) as { error: { code: string } };
    expect(error.code).toBe('REGISTRY_ARTIFACT_UNKNOWN');
  });

  test.each(['/remotes/__proto__/constructor/toString', '/remotes/tech-radar/1.2.0/remoteEntry.js', '/remotes', '/remotes/'])(
    'of no version are not found: %s',
    async path => {
      await start();
      expect((await rawGet(path, { accept: 'text/html' })).status).toBe(404);
    },
  );

  test('whose bytes have changed on disk reach the browser, which refuses them, and are not kept by it', async () => {
    await start();
    writeFileSync(`${folder}/remoteEntry.js`, '<!doctype html>');
    const changed = await rawGet(`${base}/remoteEntry.js`);
    const { status, body, headers } = changed;
    expect([status, body.toString(), headers['cache-control']]).toEqual([200, '<!doctype html>', 'no-store']);
    writeFileSync(`${folder}/remoteEntry.js`, fakeBuild().get('remoteEntry.js') ?? '');
    expect((await rawGet(`${base}/remoteEntry.js`)).headers['cache-control']).toContain('immutable');
  });

  test('whose file has gone are not found, and found again when it is back', async () => {
    await start();
    rmSync(`${folder}/remoteEntry.js`);
    expect((await rawGet(`${base}/remoteEntry.js`)).status).toBe(404);
    writeFileSync(`${folder}/remoteEntry.js`, fakeBuild().get('remoteEntry.js') ?? '');
    expect((await rawGet(`${base}/remoteEntry.js`)).status).toBe(200);
  });

  test('of an earlier build are served as long as their bytes are there, and never with other bytes', async () => {
    await start();
    const before = await registry.snapshot();
    workshop.build('tech-radar', { page: 'export default 2' });
    await registry.snapshotWhere(({ revision }) => revision > before.revision);
    expect((await rawGet(`${base}/remoteEntry.js`)).status).toBe(200);
    expect((await rawGet(`${base}/page.0a1b2c3d.js`)).status).toBe(404);
  });

  test('of a refused remote are not served', async () => {
    folder = workshop.build('tech-radar', { manifest: { portal: '^9.0.0' } });
    await start();
    const { version } = await registry.remote('tech-radar');
    expect((await rawGet(`/remotes/tech-radar/${version}/remoteEntry.js`)).status).toBe(404);
    expect((await rawGet(`${base}/remoteEntry.js`)).status).toBe(404);
  });
});
