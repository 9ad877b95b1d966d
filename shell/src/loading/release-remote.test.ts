import { expect, jest, test } from '@jest/globals';

const host = {
  moduleCache: new Map<string, object>(),
  options: { remotes: [{ name: 'radar__0a1b2c3d' }, { name: 'other' }] },
  remoteHandler: { idToRemoteMap: { 'radar__0a1b2c3d/plugin': {}, 'other/plugin': {} } },
};
jest.unstable_mockModule('@module-federation/enhanced/runtime', () => ({ getInstance: () => host }));
const { releaseRemote } = await import('./release-remote.ts');

test('a version that nothing shows any more leaves its scripts, styles, globals and names; those of others stay', () => {
  const url = '/remotes/radar/1.0.0/remoteEntry.js';
  for (const src of [url, '/remotes/radar/1.1.0/remoteEntry.js']) document.head.append(Object.assign(document.createElement('script'), { src }));
  document.head.append(Object.assign(document.createElement('link'), { href: '/remotes/radar/1.0.0/page.css' }));
  Object.assign(globalThis, { radar__0a1b2c3d: {}, webpackChunkradar_0a1b2c3d: [], webpackChunkradar_99999999: [] });
  const __INSTANCES__ = [{ name: 'shell' }, { name: 'radar__0a1b2c3d', options: { id: 'radar__0a1b2c3d:1' } }];
  const __SHARE__ = { shell: {}, 'radar__0a1b2c3d:1': {} };
  const __GLOBAL_LOADING_REMOTE_ENTRY__ = { [`radar__0a1b2c3d:${url}`]: {}, 'other:/remotes/other/1.0.0/remoteEntry.js': {} };
  Object.assign(globalThis, { __FEDERATION__: { __INSTANCES__, __SHARE__ }, __GLOBAL_LOADING_REMOTE_ENTRY__ });
  host.moduleCache.set('radar__0a1b2c3d', {}).set('other', {});

  const entry = { url, type: 'script', global: 'radar__0a1b2c3d' } as const;
  releaseRemote({ id: 'radar', version: '1.0.0', entry, module: './plugin', unverified: false }, ['radar__0a1b2c3d']);

  expect([...document.querySelectorAll('script, link')].map(one => one.getAttribute('src') ?? one.getAttribute('href'))).toEqual([
    '/remotes/radar/1.1.0/remoteEntry.js',
  ]);
  expect(['radar__0a1b2c3d', 'webpackChunkradar_0a1b2c3d', 'webpackChunkradar_99999999'].map(name => name in globalThis)).toEqual([false, false, true]);
  expect([[...host.moduleCache.keys()], host.options.remotes]).toEqual([['other'], [{ name: 'other' }]]);
  expect((globalThis as { __FEDERATION__?: object }).__FEDERATION__).toEqual({ __INSTANCES__: [{ name: 'shell' }], __SHARE__: { shell: {} } });
  expect([__GLOBAL_LOADING_REMOTE_ENTRY__, host.remoteHandler.idToRemoteMap].flatMap(Object.keys)).toEqual([
    'other:/remotes/other/1.0.0/remoteEntry.js',
    'other/plugin',
  ]);
});
