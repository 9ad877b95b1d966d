import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { offerSchema, parseShape } from '@portico/contracts';
import { compilePackage } from './compile/compile-package.ts';
import { createTemporaryRepository, readBuild } from './testing/temporary-repository.ts';
import { tinyShell } from './testing/tiny-packages.ts';

interface PageFile {
  readonly path: string;
  readonly integrity: string;
}

const repository = createTemporaryRepository();

describe('the build of a shell', () => {
  let files = new Map<string, Buffer>();
  const json = <T>(path: string): T => JSON.parse(String(files.get(path))) as T;
  beforeAll(async () => {
    const directory = repository.add('shell', tinyShell);
    expect(await compilePackage(directory)).toEqual({ faults: [], warnings: [] });
    files = readBuild(directory);
  }, 300_000);
  afterAll(() => repository.remove());

  test('names one script and one style in page.json, with the digests of their bytes', () => {
    const { scripts, styles } = json<{ scripts: PageFile[]; styles: PageFile[] }>('page.json');
    expect([scripts.length, styles.length]).toEqual([1, 1]);
    for (const { path, integrity } of [...scripts, ...styles]) {
      const content = files.get(`assets/${path}`) ?? Buffer.alloc(0);
      expect(integrity).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`);
    }
  });

  test('leaves at least 20 KB of the budget of 135 KB to the shell\'s own code', () => {
    const [script] = json<{ scripts: PageFile[] }>('page.json').scripts;
    const content = files.get(`assets/${script?.path}`) ?? Buffer.alloc(0);
    expect(gzipSync(content, { level: 9 }).length).toBeGreaterThan(90_000);
    expect(gzipSync(content, { level: 9 }).length).toBeLessThanOrEqual(115 * 1024);
  });

  test('offers the shared modules with their versions and the published router names', () => {
    const offer = parseShape(offerSchema, json('offer.json'));
    expect(offer).toMatchObject({ ok: true, value: { pluginApi: '0.1.0', extensionPoints: ['core.page/v1'] } });
    if (!offer.ok) return;
    expect(offer.value.shared).toMatchObject({ 'react-router': '8.5.1', '@portico/ui/table': '0.1.0', '@portico/plugin-api': '0.1.0' });
    expect(offer.value.routerNames).toEqual(expect.arrayContaining(['Link', 'Routes', 'useParams']));
    expect(offer.value.routerNames).not.toContain('BrowserRouter');
  });

  test('keeps the files of the build before beside its own for pages that are open', async () => {
    const directory = repository.add('shell', { 'src/main.css': 'body { margin: 1px }\n' });
    expect(await compilePackage(directory)).toEqual({ faults: [], warnings: [] });
    const after = readBuild(directory);
    expect(after.get('page.json')).not.toEqual(files.get('page.json'));
    for (const path of [...files.keys()].filter(one => one.startsWith('assets/'))) expect(after.has(path)).toBe(true);
    expect([...after.keys()].filter(path => /main\.\w+\.css$/.test(path))).toHaveLength(2);
  }, 300_000);

  test('writes compressed copies that unpack to the same bytes', () => {
    const zipped = [...files].filter(([path]) => path.endsWith('.gz'));
    expect(zipped.length).toBeGreaterThan(2);
    for (const [path, content] of zipped) expect(gunzipSync(content)).toEqual(files.get(path.slice(0, -3)));
    expect(zipped.every(([path]) => files.has(path.replace(/gz$/, 'br')))).toBe(true);
  });
});
