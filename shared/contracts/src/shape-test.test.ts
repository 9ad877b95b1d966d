import { expect, test } from '@jest/globals';
import { parseShape } from './parse.ts';
import { createShapeTest } from './shape-test.ts';
import { snapshotRemoteSchema } from './snapshot.ts';

const integrity = `sha384-${'a'.repeat(64)}`;
const entry = { url: '/remotes/radar/1.0.0/remoteEntry.js', type: 'script', global: 'radar__1', integrity, assets: ['a.js', 'b.css'] };

const remote = {
  id: 'radar',
  version: '1.0.0',
  title: 'Radar',
  entry,
  module: './plugin',
  routes: [{ path: '/radar', extension: 'page:radar', title: 'Radar', icon: 'radar', refs: { root: '', blip: '/:id' } }],
  navigation: [{ title: 'Radar', path: '/radar', icon: 'radar', group: 'Insight', order: 20 }],
  extensions: [
    { id: 'card', point: 'catalog.entity-card/v1', if: { $any: [{ kind: 'Component' }, { 'spec.type': { $in: ['a', 1] } }] }, config: { order: 1 } },
  ],
  externalRoutes: [{ name: 'owner', defaultTarget: 'catalog.entity' }],
  provides: ['radar.api'],
  status: 'ok',
  reason: { code: 'C', message: 'm', fix: 'f' },
  withdrawn: ['0.9.0'],
  fallback: { version: '0.8.0', entry },
  override: { url: 'http://localhost:1/', origin: 'http://localhost:1', expiresAt: '2030-01-01T00:00:00.000Z' },
};

const isRemote = createShapeTest(snapshotRemoteSchema);

const replacements: readonly unknown[] = [undefined, null, '', 'other', 7, Number.NaN, true, false, [], {}, [null], { a: 1 }, { $other: 1 }, '?'];

/** The same value with each of its parts, at any depth, replaced by everything else, or left out. */
function* variantsOf(value: unknown): Generator<unknown> {
  yield* replacements;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const { [key]: part, ...rest } = value as Record<string, unknown>;
    yield Array.isArray(value) ? value.filter((_, index) => String(index) !== key) : rest;
    for (const variant of variantsOf(part)) {
      yield Array.isArray(value) ? value.map((one, index) => (String(index) === key ? variant : one)) : { ...rest, [key]: variant };
    }
  }
  if (!Array.isArray(value)) yield { ...value, unknown: 1 };
}

test('a shape test says of every damaged remote what parsing says', () => {
  const variants = [...variantsOf(remote)];
  const said = variants.map(variant => isRemote(variant));
  expect(isRemote(remote)).toBe(true);
  expect(said).toEqual(variants.map(variant => parseShape(snapshotRemoteSchema, variant).ok));
  expect(new Set(said)).toEqual(new Set([true, false]));
  expect(variants.length).toBeGreaterThan(500);
});

test('a shape test leaves names with a meaning of their own to the schema', () => {
  const [route] = remote.routes;
  const hostile: unknown = JSON.parse(JSON.stringify({ ...remote, routes: [{ ...route, refs: { root: '', proto: '/x' } }] }).replace('proto', '__proto__'));
  expect(isRemote(hostile)).toBe(false);
  const parsed = parseShape(snapshotRemoteSchema, hostile);
  expect(parsed.ok && parsed.value.routes[0]?.refs).toEqual({ root: '' });
});
