import { describe, expect, test } from '@jest/globals';
import { sound, soundManifest } from './fixtures/sound.ts';
import type { CheckInput } from './index.ts';
import { registryRules, buildRules, runChecks } from './index.ts';

function pathsFoundBy(rule: string, input: CheckInput): string[] {
  return runChecks(
    [...new Set([...buildRules, ...registryRules])].filter(one => one.name === rule),
    input,
  ).map(finding => finding.path);
}

describe('id-is-valid', () => {
  test.each([
    '__proto__', 'constructor_', '..', '.', '%2e%2e', 'a'.repeat(64),
    'a\u0000b', '\u202Eabc', 'Catalog', 'a--b', '-a', '',
  ])('refuses %j', id => {
    expect(pathsFoundBy('id-is-valid', { manifest: { id } })).toEqual(['id']);
  });

  test.each(['a', 'tech-radar', 'a1-b2', 'a'.repeat(63)])('takes %j', id => {
    expect(pathsFoundBy('id-is-valid', { manifest: { id } })).toEqual([]);
  });

  test('leaves the shape check silent about an id that is too long', () => {
    expect(pathsFoundBy('manifest-is-well-formed', { manifest: { ...soundManifest, id: 'a'.repeat(64) } })).toEqual([]);
  });
});

describe('version-is-semver', () => {
  test.each(['1', '1.0.0-', '01.0.0', 'v1.0.0', ' 1.0.0', `1.0.${'9'.repeat(4000)}`, '1.0.0+'])('refuses %.20j', version => {
    expect(pathsFoundBy('version-is-semver', { manifest: { version } })).toEqual(['version']);
  });

  test.each(['1.0.0', '0.0.0', '1.0.0-beta.1', '1.0.0+abc.1'])('takes %j', version => {
    expect(pathsFoundBy('version-is-semver', { manifest: { version } })).toEqual([]);
  });
});

describe('asset-paths-stay-inside', () => {
  test.each([
    '/a.js', 'a/../b.js', './a.js', 'a//b.js', 'a\\b.js',
    '%2e%2e/a.js', 'https://x.test/a.js', 'a?b', '~1/a.js', 'a\u0000.js',
  ])(
    'refuses %j',
    path => {
      expect(pathsFoundBy('asset-paths-stay-inside', { manifest: { assets: [{ path }] } })).toEqual(['assets.0.path']);
    },
  );

  test.each(['a.js', 'a/b.css', 'a..b.js', 'static/~home.js', '.well-known/x'])('takes %j', path => {
    expect(pathsFoundBy('asset-paths-stay-inside', { manifest: { assets: [{ path }] } })).toEqual([]);
  });

  test('refuses one path twice', () => {
    const assets = [{ path: 'a.js' }, { path: 'a.js' }];
    expect(pathsFoundBy('asset-paths-stay-inside', { manifest: { assets } })).toEqual(['assets.1.path']);
  });
});

describe('assets-match-the-files', () => {
  test('finds other sizes and other digests', () => {
    const files = sound.files.map((file, index) =>
      index === 0 ? { ...file, bytes: 1 } : index === 1 ? { ...file, integrity: `sha384-${'B'.repeat(64)}` } : file,
    );
    expect(pathsFoundBy('assets-match-the-files', { ...sound, files })).toEqual(['remoteEntry.js', 'page.js']);
  });
});

describe('routes', () => {
  const reserved = (path: string, id = 'radar') =>
    pathsFoundBy('routes-are-absolute-and-not-reserved', { manifest: { id, routes: [{ path }] } });

  test.each([
    '/', 'radar', '/api', '/API/x', '/remotes/x', '/.backstage', '/settings',
    '/a/:b', '/a/*', '/a/', '/a/../b', '//a', '/%61pi',
  ])(
    'may not be %j',
    path => {
      expect(reserved(path)).toEqual(['routes.0.path']);
    },
  );

  test('may be any other plain path, and / for the home remote', () => {
    expect(reserved('/apis')).toEqual([]);
    expect(reserved('/docs/v1.2')).toEqual([]);
    expect(reserved('/', 'home')).toEqual([]);
  });

  test('collide in one remote, and not with the earlier state of the same remote', () => {
    const routes = [{ path: '/radar' }, { path: '/radar/' }];
    const context = { routes: [{ path: '/radar', remote: 'radar' }] };
    expect(pathsFoundBy('routes-do-not-collide', { manifest: { id: 'radar', routes }, context })).toEqual(['routes.1.path']);
  });

  test('below the route of another remote are a warning', () => {
    const routes = [{ path: '/catalog/graph', extension: 'page:tech-radar' }];
    const context = { routes: [{ path: '/catalog', remote: 'catalog' }] };
    const findings = runChecks(registryRules, { manifest: { ...soundManifest, routes }, context });
    expect(findings.map(finding => [finding.rule, finding.severity])).toEqual([['routes-do-not-collide', 'warning']]);
  });
});

describe('styles-have-no-global-selectors', () => {
  const selectors = (text: string) =>
    runChecks(registryRules, { files: [{ path: 'a.css', bytes: text.length, text }] }).map(finding => finding.message);

  test.each([
    'body{margin:0}', ':root{--a:1}', '*{color:red}', 'h1:not(.x){}',
    '.a,table td{}', '@layer x{@media print{a:hover{}}}', ':where(html){}',
  ])(
    'refuses %s',
    css => {
      expect(selectors(css)).toHaveLength(1);
    },
  );

  test.each([
    '.a table{}',
    '#x{}',
    '[data-theme="dark"] .a{}',
    '@keyframes spin{from{color:red}to{color:blue}}',
    '@font-face{font-family:"x{y"}',
    '/* body { } */ .a{content:"} body {"}',
    '@import url("x.css"); .a{}',
    '@layer a, b; .a{ &:hover{} p{} }',
    '.a:is(h1, h2){}',
    '',
  ])('takes %s', css => {
    expect(selectors(css)).toEqual([]);
  });
});

describe('federation-name-is-versioned', () => {
  test('is a warning for modules, which have no global', () => {
    const federation = { ...soundManifest.federation, type: 'module', global: 'radar' };
    const findings = runChecks(registryRules, { manifest: { ...soundManifest, federation } });
    expect(findings.map(finding => [finding.rule, finding.severity])).toEqual([['federation-name-is-versioned', 'warning']]);
  });
});

describe('plugin-imports-are-allowed', () => {
  test.each([
    'react', '@portico/ui/page', './pages/index.tsx',
    '../x-react', './x-react', '@portico/plugin-catalog-common',
  ])('refuses %s', request => {
    expect(pathsFoundBy('plugin-imports-are-allowed', { source: { imports: [request] } })).toEqual(['src/plugin.tsx']);
  });

  test.each(['@acme/plugin-x-react', 'x-react', './routes', './routes.ts'])('takes %s', request => {
    expect(pathsFoundBy('plugin-imports-are-allowed', { source: { imports: [request] } })).toEqual([]);
  });
});

describe('every-asset-has-a-digest', () => {
  test('takes no digest of another kind and none that is empty', () => {
    const assets = [{ path: 'a', integrity: '' }, { path: 'b', integrity: 'sha256-abc' }, { path: 'c' }];
    expect(pathsFoundBy('every-asset-has-a-digest', { manifest: { assets } })).toEqual([
      'assets.0.integrity',
      'assets.1.integrity',
      'assets.2.integrity',
    ]);
  });
});

describe('config-schema-stays-with-its-plugin', () => {
  const paths = (configSchema: unknown) =>
    pathsFoundBy('config-schema-stays-with-its-plugin', { manifest: { id: 'tech-radar', configSchema } });

  test('finds visibilities that are none, however deep', () => {
    const inner = { type: 'object', properties: { url: { visibility: 'public' } } };
    expect(paths({ type: 'object', properties: { techRadar: inner } })).toEqual([
      'configSchema.properties.techRadar.properties.url.visibility',
    ]);
  });

  test('finds a schema that would show the whole configuration to browsers', () => {
    expect(paths({ type: 'object', deepVisibility: 'frontend' })).toEqual(['configSchema']);
    expect(paths({ type: 'object', properties: { app: {}, techRadar: {} } })).toEqual(['configSchema.properties.app']);
  });
});
