import { expect, test } from '@jest/globals';
import type { PluginManifest } from '@portico/contracts';
import { manifestDifference } from './manifest-difference.ts';

const manifest: PluginManifest = {
  schema: 1,
  id: 'radar',
  version: '1.0.0',
  title: 'Radar',
  portal: '^0.1.0',
  federation: { entry: 'remoteEntry.js', type: 'script', global: 'radar', module: './plugin', shared: [{ request: 'react', range: '^19.0.0' }] },
  routes: [{ path: '/radar', extension: 'page:radar', title: 'Radar' }],
  navigation: [],
  extensions: [{ id: 'page:radar', point: 'core.page/v1' }],
  assets: [],
};

test('versions that offer and need the same have no difference, whatever their code is', () => {
  expect(manifestDifference(manifest, { ...manifest, version: '2.0.0', assets: [{ path: 'a.js', bytes: 1, integrity: 'sha384-x' }] })).toEqual([]);
});

test('routes, extensions, ranges and APIs that come and go are told', () => {
  const next: PluginManifest = {
    ...manifest,
    portal: '^0.2.0',
    routes: [{ path: '/tech', extension: 'page:radar' }],
    extensions: [...manifest.extensions, { id: 'card:radar', point: 'catalog.entity-card/v1' }],
    federation: { ...manifest.federation, shared: [{ request: 'react', range: '^20.0.0' }] },
    provides: ['radar.client'],
  };
  expect(manifestDifference(manifest, next).map(({ change, about, text }) => `${change} ${about} ${text}`)).toEqual([
    'removed portal API ^0.1.0',
    'removed route /radar (Radar)',
    'removed needs react ^19.0.0',
    'added portal API ^0.2.0',
    'added route /tech',
    'added extension card:radar at catalog.entity-card/v1',
    'added needs react ^20.0.0',
    'added provides radar.client',
  ]);
});
