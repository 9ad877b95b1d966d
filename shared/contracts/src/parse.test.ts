import { describe, expect, test } from '@jest/globals';
import { offerSchema, parseShape, pluginManifestSchema, snapshotSchema } from './index.ts';

const manifest = {
  schema: 1,
  id: 'tech-radar',
  version: '1.0.0',
  title: 'Tech Radar',
  portal: '^0.1.0',
  federation: { entry: 'remoteEntry.js', type: 'script', global: 'tech_radar__01234567', module: './plugin', shared: [] },
  routes: [{ path: '/tech-radar', extension: 'page:tech-radar', title: 'Tech Radar', refs: { index: '' } }],
  navigation: [{ title: 'Tech Radar', path: '/tech-radar' }],
  extensions: [{ id: 'card:radar', point: 'catalog.entity-card/v1', if: { kind: 'Component' }, config: { title: 'Radar' } }],
  assets: [{ path: 'remoteEntry.js', bytes: 12, integrity: `sha384-${'A'.repeat(64)}` }],
};

describe('parseShape', () => {
  test('gives back the value of a well-formed manifest', () => {
    expect(parseShape(pluginManifestSchema, manifest)).toEqual({ ok: true, value: manifest });
  });

  test('reports every fault at once, each with its path', () => {
    const result = parseShape(pluginManifestSchema, {
      ...manifest,
      id: 'Tech Radar',
      routes: [{ path: 'tech-radar', extension: 'x' }],
      assets: [{ path: 'a.js', bytes: -1, integrity: 'sha256-x' }],
    });
    expect(result.ok ? [] : result.faults.map(fault => fault.path)).toEqual(['id', 'routes.0.path', 'assets.0.bytes', 'assets.0.integrity']);
  });

  test.each([['catalog.entity-tab/v1', true], ['core.page/v12', true], ['catalog/v1', false], ['catalog.tab', false], ['catalog.tab/v0', false]])(
    'takes %s as the name of an extension point: %s',
    (point, ok) => {
      expect(parseShape(pluginManifestSchema, { ...manifest, extensions: [{ id: 'a', point }] }).ok).toBe(ok);
    },
  );

  test('says what it expected and what came', () => {
    const result = parseShape(snapshotSchema, { revision: 'seven', remotes: [] });
    expect(result).toEqual({ ok: false, faults: [expect.objectContaining({ path: 'revision', expected: 'number', received: '"seven"' })] });
  });

  test('says conditions in words, with the value that came', () => {
    const result = parseShape(pluginManifestSchema, { ...manifest, portal: '', routes: [{ path: 'x'.repeat(200), extension: 'a' }] });
    expect(result.ok ? [] : result.faults.map(({ path, expected, received }) => [path, expected, received])).toEqual([
      ['routes.0.path', 'a path that starts with /', `"${'x'.repeat(79)}...`],
      ['portal', 'a text that is not empty', '""'],
    ]);
  });

  test('names the value itself by an empty path', () => {
    const result = parseShape(offerSchema, null);
    expect(result.ok ? [] : result.faults.map(fault => fault.path)).toEqual(['']);
  });
});
