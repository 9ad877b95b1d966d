import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { extensionPointPattern, parseShape, pluginDescriptionSchema, pluginIdPattern } from '@portico/contracts';
import { versionedIdPattern } from '../context/versioned-id.ts';
import {
  createApiFactory,
  createApiRef,
  createCardExtension,
  createExtension,
  createExtensionPoint,
  createExternalRouteRef,
  createPageExtension,
  createPlugin,
  createRouteRef,
  createSubRouteRef,
  createTabExtension,
} from '../index.ts';
import type { CardConfig, Extension, PluginOptions, TabConfig } from '../index.ts';
import { pluginIdPattern as ownPluginIdPattern } from './check-plugin.ts';

const tabPoint = createExtensionPoint<object, TabConfig>({ id: 'catalog.entity-tab/v1' });
const cardPoint = createExtensionPoint<object, CardConfig>({ id: 'catalog.entity-card/v1' });
const apiRef = createApiRef<string>({ id: 'radar.client' });
const Shown = (): null => null;
const loader = async () => ({ default: Shown });

const page = (more: object = {}): Extension => createPageExtension({ path: '/tech-radar', title: 'Tech Radar', loader, ...more });
const card = (more: object = {}): Extension =>
  createCardExtension({ point: cardPoint, id: 'card:radar', title: 'Radar', loader, ...more });
const plugin = (more: Partial<PluginOptions> = {}) =>
  createPlugin({ id: 'tech-radar', title: 'Tech Radar', extensions: [page()], ...more });

function radar(turned: boolean) {
  const root = createRouteRef();
  const entry = createSubRouteRef({ parent: root, path: '/entry/:id' });
  const extensions = [
    page({ routeRef: root, icon: 'radar', navigation: { group: 'Technology', order: 20 } }),
    createPageExtension({ id: 'page:settings', path: '/radar-settings', title: 'Settings', navigation: false, loader }),
    createTabExtension({ point: tabPoint, id: 'tab:radar', path: '/radar', title: 'Radar', if: { kind: 'Component' }, loader }),
    card({ size: 'small', order: 5 }),
  ];
  return createPlugin({
    id: 'tech-radar',
    title: 'Tech Radar',
    routes: turned ? { entry, root } : { root, entry },
    externalRoutes: { entity: createExternalRouteRef({ params: ['name'], defaultTarget: 'catalog.entity' }), docs: createExternalRouteRef() },
    extensions: turned ? extensions.reverse() : extensions,
    apis: [createApiFactory({ api: apiRef, factory: () => 'client' })],
    provides: [apiRef],
    navigation: [{ title: 'Archive', path: '/tech-radar/archive', order: 10 }],
  });
}

describe('a plugin describes itself', () => {
  test('as the manifest wants it, with pages as routes and the rest as extensions', () => {
    const description = radar(false).describe();
    expect(parseShape(pluginDescriptionSchema, description)).toMatchObject({ ok: true });
    expect(description).toEqual({
      id: 'tech-radar',
      title: 'Tech Radar',
      routes: [
        { path: '/radar-settings', extension: 'page:settings', title: 'Settings' },
        {
          path: '/tech-radar',
          extension: 'page:tech-radar',
          title: 'Tech Radar',
          icon: 'radar',
          refs: { entry: '/entry/:id', root: '' },
        },
      ],
      navigation: [
        { title: 'Archive', path: '/tech-radar/archive', order: 10 },
        { title: 'Tech Radar', path: '/tech-radar', icon: 'radar', group: 'Technology', order: 20 },
      ],
      extensions: [
        { id: 'card:radar', point: 'catalog.entity-card/v1', config: { title: 'Radar', size: 'small', order: 5 } },
        { id: 'tab:radar', point: 'catalog.entity-tab/v1', if: { kind: 'Component' }, config: { path: '/radar', title: 'Radar' } },
      ],
      externalRoutes: [{ name: 'docs' }, { name: 'entity', defaultTarget: 'catalog.entity' }],
      provides: ['radar.client'],
    });
  });

  test('in the same bytes, however the source is ordered', () => {
    expect(JSON.stringify(radar(true).describe())).toBe(JSON.stringify(radar(false).describe()));
  });

  test('in Node, where there is no page', () => {
    const source = `import { createPlugin, createPageExtension } from '@portico/plugin-api';
      const loader = () => import('./no-such-page.ts');
      const page = createPageExtension({ path: '/x', title: 'X', loader });
      console.log(JSON.stringify(createPlugin({ id: 'x', title: 'X', extensions: [page] }).describe().routes));`;
    const options = ['--conditions=@portico/source', '--input-type=module', '--eval', source];
    const output = execFileSync(process.execPath, options, { cwd: import.meta.dirname, encoding: 'utf8', env: {} });
    expect(JSON.parse(output)).toEqual([{ path: '/x', extension: 'page:x', title: 'X' }]);
  });

  test('by the patterns of the contracts', () => {
    expect(versionedIdPattern.source).toBe(extensionPointPattern.source);
    expect(ownPluginIdPattern.source).toBe(pluginIdPattern.source);
  });
});

describe('a plugin loads an extension', () => {
  test('from a module with a default export, or from the component itself', async () => {
    const loaded = await plugin({ extensions: [page(), card({ loader: async () => Shown })] }).load('card:radar');
    expect(loaded).toEqual({ id: 'card:radar', point: 'catalog.entity-card/v1', Component: Shown, config: { title: 'Radar' } });
    expect(await plugin().load('page:tech-radar')).toEqual({ id: 'page:tech-radar', point: 'core.page/v1', Component: Shown });
  });

  test('but not one that it does not have', async () => {
    await expect(plugin().load('page:other')).rejects.toThrow(
      'Expected plugin tech-radar to have an extension page:other; it has page:tech-radar',
    );
  });

  test.each([
    [{}, 'no default export'],
    [{ default: 'text' }, '"text"'],
    [undefined, 'no default export'],
  ])('but not from %j', async (module, received) => {
    const faulty = plugin({ extensions: [page({ loader: async () => module })] });
    await expect(faulty.load('page:tech-radar')).rejects.toThrow(`as default export, got ${received}`);
  });
});

const root = createRouteRef();
const other = createRouteRef({ id: 'catalog.root' });
const point = createExtensionPoint({ id: 'shop.place/v1' });
const configured = (config: object): Extension => createExtension({ point, id: 'place', config, loader });

const misuses: [string, Partial<PluginOptions>, string][] = [
  ['a bad id', { id: 'Tech Radar' }, 'PLUGIN_DECLARATION_PLUGIN_ID_INVALID: words joined by hyphens, at most 63 characters, got "Tech Radar"'],
  ['a long id', { id: 'a'.repeat(64) }, 'PLUGIN_DECLARATION_PLUGIN_ID_INVALID: at most 63 characters'],
  ['no title', { title: ' ' }, 'PLUGIN_DECLARATION_TITLE_MISSING: expected the plugin to have a title, got " "'],
  ['two extensions with one id', { extensions: [card(), card()] }, 'PLUGIN_DECLARATION_EXTENSION_ID_TAKEN: got card:radar twice'],
  ['two pages without an id', { extensions: [page(), page({ path: '/b' })] }, 'PLUGIN_DECLARATION_EXTENSION_ID_TAKEN: got page:tech-radar twice'],
  ['two pages on one path', { extensions: [page(), page({ id: 'page:b' })] }, 'PLUGIN_DECLARATION_PATH_TAKEN: got /tech-radar twice'],
  ['a bad extension id', { extensions: [card({ id: 'My Card' })] }, 'PLUGIN_DECLARATION_EXTENSION_ID_INVALID: got "My Card"'],
  ['a bad point', { extensions: [{ ...card(), point: 'card' }] }, 'PLUGIN_DECLARATION_POINT_INVALID: expected extension card:radar to name its point as <name>/v<n>, got "card"'],
  ['something else than an extension', { extensions: [{} as Extension] }, 'PLUGIN_DECLARATION_EXTENSION_INVALID: got an object'],
  ['a relative path', { extensions: [page({ path: 'tech-radar' })] }, 'PLUGIN_DECLARATION_PATH_INVALID: the path of page page:tech-radar to start with /'],
  ['a path with a star', { extensions: [page({ path: '/tech-radar/*' })] }, 'PLUGIN_DECLARATION_PATH_INVALID: got "/tech-radar/*"'],
  ['a path with a slash at its end', { extensions: [page({ path: '/tech-radar/' })] }, 'PLUGIN_DECLARATION_PATH_INVALID: got "/tech-radar/"'],
  ['a function in config', { extensions: [configured({ a: [{ show: () => true }] })] }, 'PLUGIN_DECLARATION_NOT_JSON: expected config of extension place to be JSON, got config of extension place.a.0.show: the function show'],
  ['a date in config', { extensions: [configured({ at: new Date(0) })] }, 'PLUGIN_DECLARATION_NOT_JSON: place.at: an instance of Date'],
  ['NaN in config', { extensions: [configured({ order: Number.NaN })] }, 'PLUGIN_DECLARATION_NOT_JSON: place.order: NaN'],
  ['a function in if', { extensions: [card({ if: { kind: () => true } })] }, 'PLUGIN_DECLARATION_NOT_JSON: expected if of extension card:radar to be JSON'],
  ['a page’s route ref that is not in routes', { extensions: [page({ routeRef: root })] }, 'PLUGIN_DECLARATION_ROUTE_REF_UNNAMED: expected the route ref of page page:tech-radar in routes, got no routes'],
  ['a route without a page', { routes: { root } }, 'PLUGIN_DECLARATION_ROUTE_REF_UNSERVED: expected a page that serves route root, got none among its pages'],
  ['a sub route of an unknown ref', { routes: { entry: createSubRouteRef({ parent: root, path: '/:id' }) } }, 'PLUGIN_DECLARATION_ROUTE_REF_UNSERVED: serves route entry'],
  ['a route ref of another plugin', { routes: { root: other }, extensions: [page({ routeRef: other })] }, 'PLUGIN_DECLARATION_ROUTE_REF_TAKEN: to be known as tech-radar.root, got catalog.root'],
  ['an external route ref as route', { routes: { docs: createExternalRouteRef() as never } }, 'PLUGIN_DECLARATION_ROUTE_REF_INVALID: made by createRouteRef or createSubRouteRef, got the result of createExternalRouteRef'],
  ['a text as external route', { externalRoutes: { docs: 'docs' as never } }, 'PLUGIN_DECLARATION_ROUTE_REF_INVALID: made by createExternalRouteRef, got "docs"'],
  ['a provided API without a factory', { provides: [apiRef] }, 'PLUGIN_DECLARATION_API_WITHOUT_FACTORY: the provided API radar.client, got no factories'],
  ['a relative path in the navigation', { navigation: [{ title: 'X', path: 'x' }] }, 'PLUGIN_DECLARATION_PATH_INVALID: navigation entry X'],
];

describe('createPlugin refuses', () => {
  test.each(misuses)('%s', (_name, options, expected) => {
    const [code = '', ...message] = expected.split(': ');
    const thrown = catching(() => plugin(options)) as Error & { code: string; fix: string };
    expect({ code: thrown.code, message: thrown.message }).toEqual({ code, message: expect.stringContaining(message.join(': ')) });
    expect(thrown.fix).toMatch(/\w/);
    if (code !== 'PLUGIN_DECLARATION_PLUGIN_ID_INVALID') expect(thrown.message).toContain('In plugin tech-radar: ');
  });
});

function catching(action: () => unknown): unknown {
  try {
    return action();
  } catch (thrown) {
    return thrown;
  }
}
