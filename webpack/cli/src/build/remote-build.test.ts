import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseShape, pluginManifestSchema, type PluginManifest } from '@portico/contracts';
import { compilePackage } from './compile/compile-package.ts';
import { createTemporaryRepository, readBuild, type Files } from './testing/temporary-repository.ts';
import { tinyRemote } from './testing/tiny-packages.ts';

const digestOf = (content: Buffer): string => createHash('sha384').update(content).digest('base64');
const repository = createTemporaryRepository();
const timeLimitMs = 300_000;

async function build(name: string, files: Files): Promise<Map<string, Buffer>> {
  const directory = repository.add(`remotes/${name}`, files);
  expect(await compilePackage(directory)).toEqual({ faults: [], warnings: [] });
  return readBuild(directory);
}

function manifestOf(files: Map<string, Buffer>): PluginManifest {
  const parsed = parseShape(pluginManifestSchema, JSON.parse(String(files.get('portico-plugin.json'))));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

describe('the build of a remote', () => {
  let files = new Map<string, Buffer>();
  let entry = '';
  beforeAll(async () => {
    files = await build('tiny', tinyRemote);
    entry = String(files.get('remoteEntry.js'));
  }, timeLimitMs);
  afterAll(() => repository.remove());

  test('makes an entry of at most 9 KB after gzip', () => {
    expect(gzipSync(entry, { level: 9 }).length).toBeLessThanOrEqual(9 * 1024);
  });

  test('stamps a manifest with what plugin.tsx, package.json and the files say', () => {
    const manifest = manifestOf(files);
    expect(manifest).toMatchObject({
      id: 'tiny',
      title: 'Tiny',
      version: '1.2.3',
      description: 'A remote for tests',
      owner: 'group:default/tests',
      portal: '^0.1.0',
      routes: [
        { path: '/tiny', extension: 'page:tiny', title: 'First' },
        { path: '/tiny-second', extension: 'page:second', title: 'Second' },
      ],
      configSchema: { type: 'object' },
    });
    expect(manifest.federation).toMatchObject({ entry: 'remoteEntry.js', type: 'script', routerNames: ['Link', 'useParams'] });
    expect(manifest.federation.global).toMatch(/^tiny__[0-9a-f]{8}$/);
    expect(manifest.federation.shared).toContainEqual({ request: 'react', range: '^19.0.0' });
    expect(manifest.federation.shared.map(shared => shared.request)).not.toContain('@portico/ui/table');
  });

  test('lists every file but the manifest and source maps with its size and SHA-384', () => {
    const expected = [...files]
      .filter(([path]) => path !== 'portico-plugin.json')
      .map(([path, content]) => ({ path, bytes: content.length, integrity: `sha384-${digestOf(content)}` }));
    expect(manifestOf(files).assets).toEqual(expected);
  });

  test('preloads the exposed module and the page that plugin.tsx names first', () => {
    const { preload = [] } = manifestOf(files).federation;
    const texts = preload.map(path => String(files.get(path)));
    expect(texts.some(text => text.includes('rebeccapurple') || text.includes('#639'))).toBe(true);
    expect(texts.some(text => text.includes('createPlugin'))).toBe(true);
    expect(texts.some(text => text.includes('"Second"') && text.includes('"p"'))).toBe(false);
  });

  test('bakes the digest of each lazy file into the entry, so that a changed chunk is refused', () => {
    const lazy = [...files].filter(([path]) => /\.(js|css)$/.test(path) && path !== 'remoteEntry.js');
    expect(lazy.length).toBeGreaterThanOrEqual(4);
    for (const [, content] of lazy) {
      expect(entry).toContain(digestOf(content));
      expect(entry).not.toContain(digestOf(Buffer.concat([content, Buffer.from(' ')])));
    }
    expect(entry).toContain('no digest is recorded');
  });

  test('puts styles into the cascade layer of remotes, under names with the id', () => {
    const styles = [...files].filter(([path]) => path.endsWith('.css')).map(([, content]) => String(content));
    expect(styles).toHaveLength(1);
    expect(styles[0]).toMatch(/^@layer portico,remote;@layer remote\{\.tiny-button-\w{6}\{/);
  });

  test('gives the same bytes for the same sources in another folder', async () => {
    const again = await build('elsewhere', tinyRemote);
    expect([...again.keys()]).toEqual([...files.keys()]);
    const different = [...again].filter(([path, content]) => String(content) !== String(files.get(path))).map(([path, content]) => [path, String(content), String(files.get(path))]);
    expect(different).toEqual([]);
  }, timeLimitMs);

  test('gives another federation name when a source changes', async () => {
    const changed = await build('tiny', { ...tinyRemote, 'src/pages/second.tsx': 'export default () => <p>Third</p>;\n' });
    expect(manifestOf(changed).federation.global).not.toBe(manifestOf(files).federation.global);
  }, timeLimitMs);

  test('is refused when the browser build describes something else than the source does', async () => {
    const plugin = tinyRemote['src/plugin.tsx']?.replace(`title: 'Tiny'`, `title: typeof document === 'undefined' ? 'Tiny' : 'Big'`);
    const directory = repository.add('remotes/two-faced', { ...tinyRemote, 'src/plugin.tsx': plugin ?? '' });
    const { faults } = await compilePackage(directory);
    expect(faults).toMatchObject([{ rule: 'described-equals-built', path: 'title' }]);
  }, timeLimitMs);
});
