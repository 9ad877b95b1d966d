import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import type { BackendFeature } from '@portico/backend-framework';
import type { JsonObject } from '@portico/config';
import { errorBodySchema, parseShape, publicConfigSchema, registryRevisionTopic } from '@portico/contracts';
import { mockCredentials, startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import { appPlugin } from './index.ts';

const script = 'console.log("the shell");';
const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;

let shellDirectory = '';
let backend: TestBackend | undefined;

beforeEach(async () => {
  shellDirectory = await mkdtemp(join(tmpdir(), 'portico-shell-'));
  await mkdir(join(shellDirectory, 'assets'));
  await writeFile(join(shellDirectory, 'assets/main.0123456789ab.js'), script);
  await writeFile(join(shellDirectory, 'assets/main.0123456789ab.js.br'), brotliCompressSync(script));
  await writeFile(join(shellDirectory, 'assets/plain.txt'), 'plain');
  await writeFile(join(shellDirectory, 'page.json'), JSON.stringify({ scripts: [{ path: 'main.0123456789ab.js', integrity }], styles: [] }));
});
afterEach(async () => {
  await backend?.stop();
  await rm(shellDirectory, { recursive: true, force: true });
});

const configWith = (more: JsonObject = {}): JsonObject => ({ ...more, app: { shellDirectory, title: 'Portal', ...(more.app as JsonObject) } });

async function start(config: JsonObject = configWith(), features: BackendFeature[] = []): Promise<TestBackend> {
  backend = await startTestBackend({ features: [appPlugin, ...features], config });
  return backend;
}

const html = { headers: { accept: 'text/html' } };

describe('the page', () => {
  test('answers any page view, dots in the path or not, with a nonce of its own', async () => {
    const { fetch } = await start();
    const nonces = new Set<string>();
    for (const path of ['/', '/catalog/default/component/a.b.js', '/no-such-route']) {
      const response = await fetch(path, html);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('etag')).toBeNull();
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      nonces.add(nonce);
      expect(await response.text()).toContain(`<script defer src="/assets/main.0123456789ab.js" integrity="${integrity}" crossorigin="anonymous" nonce="${nonce}">`);
    }
    expect(nonces.size).toBe(3);
  });

  test('has no inline script or style without the nonce', async () => {
    const { fetch } = await start();
    const page = await (await fetch('/', html)).text();
    expect(page.match(/<script(?![^>]*nonce=)|<style(?![^>]*nonce=)| style=| on\w+=/g)).toBeNull();
  });

  test('escapes what the configuration puts into it', async () => {
    const { fetch } = await start(configWith({ app: { title: '<script>"&\'', branding: { icon: '"><script>' } } }));
    const page = await (await fetch('/', html)).text();
    expect(page).toContain('<title>&lt;script&gt;&quot;&amp;&#39;</title>');
    expect(page).toContain('href="&quot;&gt;&lt;script&gt;"');
  });

  test('has the theme of the cookie, if it is one', async () => {
    const { fetch } = await start();
    const themed = (value: string) => fetch('/', { headers: { accept: 'text/html', cookie: `portico-theme=${value}` } }).then(response => response.text());
    expect(await themed('dark')).toContain('<html lang="en" data-theme="dark">');
    expect(await themed('high-contrast; portico-density=compact; portico-navigation=collapsed')).toContain(
      '<html lang="en" data-theme="high-contrast" data-density="compact" data-navigation="collapsed">',
    );
    expect(await themed('"><script>')).toContain('<html lang="en">');
  });

  test('preloads the snapshot for those who are signed in only', async () => {
    const { fetch } = await start();
    const preload = 'href="/api/registry/snapshot?at=/"';
    expect(await (await fetch('/', html)).text()).not.toContain(preload);
    expect(await (await fetch('/', { ...html, as: mockCredentials.user() })).text()).toContain(preload);
    expect(await (await fetch('/', { ...html, headers: { ...html.headers, authorization: 'Bearer outdated' } })).text()).not.toContain(preload);
  });

  test.each([
    ['/catalog/default/component/a.b', '/catalog/default/component/a.b'],
    ['/catalog/a%20b?x=%22', '/catalog/a'],
    [`/catalog/"><script>`, '/catalog/'],
    ['/<path>/<nonce>', '/'],
  ])('asks with the snapshot for what the page at %s needs', async (path, asked) => {
    const { fetch } = await start();
    const page = await (await fetch(path, { ...html, as: mockCredentials.user() })).text();
    expect(/href="\/api\/registry\/snapshot\?at=([^"]*)"/.exec(page)?.[1]).toBe(asked);
    expect(page).not.toContain('<path>');
  });

  test('follows the configuration', async () => {
    const { fetch, changeConfig } = await start();
    changeConfig(configWith({ app: { title: 'Renamed' }, backend: { csp: { 'connect-src': ['https://a.example'] } } }));
    const response = await fetch('/', html);
    expect(response.headers.get('content-security-policy')).toMatch(/connect-src 'self'[^;]* https:\/\/a.example;/);
    expect(await response.text()).toContain('<title>Renamed</title>');
  });

  test('is missing with a reason while there is no built shell', async () => {
    const { plugins } = await start({ app: { shellDirectory: join(shellDirectory, 'no') } });
    expect(plugins.app).toMatchObject({ status: 'failed', reason: expect.stringMatching(/^Expected the built shell in .*no, got no readable page.json$/) });
    await backend?.stop();
    await writeFile(join(shellDirectory, 'page.json'), '{"scripts":[{"path":"../x.js","integrity":"none"}],"styles":[]}');
    expect((await start()).plugins.app?.reason).toContain('to list scripts and styles with their digests, got a fault at scripts.0.path');
  });
});

describe('assets', () => {
  test('are immutable where their name holds a hash, typed, and compressed as they were built', async () => {
    const { fetch } = await start();
    const response = await fetch('/assets/main.0123456789ab.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-length': String(brotliCompressSync(script).length),
      vary: 'Accept-Encoding',
    });
    expect(await response.text()).toBe(script);
    const plain = await fetch('/assets/main.0123456789ab.js', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(script);
    expect(brotliDecompressSync(brotliCompressSync(script)).toString()).toBe(script);
    expect((await fetch('/assets/plain.txt')).headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['/assets/no.js', '/assets/', '/assets', '/assets/%2e%2e%2fpage.json', '/assets/%E0%A4%A', '/assets/main.0123456789ab.js.br'])(
    'a miss at %s is an error body and never the page',
    async path => {
      const { fetch } = await start();
      const response = await fetch(path, html);
      expect([400, 404]).toContain(response.status);
      expect(parseShape(errorBodySchema, await response.json()).ok).toBe(true);
      expect(response.headers.get('cache-control')).not.toContain('immutable');
    },
  );

  test('are only read', async () => {
    const { fetch } = await start();
    expect((await fetch('/assets/main.0123456789ab.js', { method: 'POST' })).status).toBe(405);
  });
});

describe('the public configuration', () => {
  const visible = (): JsonObject => configWith({
    organization: { name: 'Meridian' },
    backend: { baseUrl: 'http://localhost:3000', auth: { externalAccess: [{ type: 'static', options: { token: 'token-of-ci', subject: 'ci' } }] } },
  });

  test('holds what browsers may see, for anyone, with a tag', async () => {
    const { fetch } = await start(visible());
    const response = await fetch('/api/app/config');
    const body = await response.json();
    expect(parseShape(publicConfigSchema, body).ok).toBe(true);
    expect(body).toMatchObject({ config: { app: { title: 'Portal' }, organization: { name: 'Meridian' }, backend: { baseUrl: 'http://localhost:3000' } } });
    expect(JSON.stringify(body)).not.toMatch(/token-of-ci|shellDirectory|portico-shell/);
    const etag = response.headers.get('etag') ?? '';
    expect((await fetch('/api/app/config', { headers: { 'if-none-match': `W/${etag}` } })).status).toBe(304);
    expect((await fetch('/api/app/config', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('follows the files, and tells the open pages when visible values change', async () => {
    const topics: unknown[] = [];
    const listener = createBackendPlugin({
      pluginId: 'listener',
      register: env =>
        env.registerInit({ deps: { events: coreServices.events }, init: ({ events }) => void events.subscribe('app.config', payload => topics.push(payload)) }),
    });
    const { fetch, changeConfig } = await start(visible(), [listener]);
    changeConfig({ ...visible(), catalog: { hidden: true } });
    expect(topics).toHaveLength(1);
    changeConfig({ ...visible(), organization: { name: 'Other' } });
    const body = (await (await fetch('/api/app/config')).json()) as { revision: string };
    expect(body).toMatchObject({ config: { organization: { name: 'Other' } } });
    expect(topics).toHaveLength(2);
    expect(topics[1]).toEqual({ revision: body.revision });
  });

  test("takes up the schemas of the registry's remotes, and lives without the registry", async () => {
    let publish = (): void => undefined;
    let available = true;
    const schemas = [{ type: 'object', properties: { radar: { type: 'object', properties: { url: { visibility: 'frontend' } } } } }];
    const registry = createBackendPlugin({
      pluginId: 'registry',
      register: env =>
        env.registerInit({
          deps: { events: coreServices.events, httpRouter: coreServices.httpRouter, httpAuth: coreServices.httpAuth },
          init({ events, httpRouter, httpAuth }) {
            publish = () => events.publish(registryRevisionTopic, { revision: 1 });
            httpRouter.use(async (request, response) => {
              await httpAuth.credentials(request, { allow: ['service'] });
              response.json(available ? { schemas } : { nothing: true });
            });
          },
        }),
    });
    const { fetch, log } = await start({ ...visible(), radar: { url: '/radar.json', token: 'x' } }, [registry]);
    const listening = await fetch('/api/events?topics=app.config', { as: mockCredentials.user() });
    const reader = listening.body!.pipeThrough(new TextDecoderStream()).getReader();
    publish();
    let seen = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      seen += part.value;
      if ((seen.match(/^event: app\.config/gm) ?? []).length === 2) break;
    }
    await reader.cancel();
    expect(await (await fetch('/api/app/config')).json()).toMatchObject({ config: { radar: { url: '/radar.json' } } });

    available = false;
    publish();
    while (!log.some(line => String(line.msg).startsWith('Keys of remotes stay as visible as they are'))) await fetch('/api/app/config');
    const { config: values } = (await (await fetch('/api/app/config')).json()) as { config: { radar: unknown } };
    expect(values.radar).toEqual({ url: '/radar.json' });
  });
});
