import { describe, expect, test } from '@jest/globals';
import {
  createExternalRouteRef,
  createPageExtension,
  createPlugin,
  createRouteRef,
  createSubRouteRef,
  resolveRoute,
} from '../index.ts';

const loader = async () => () => null;
const rootRef = createRouteRef();
const entityRef = createSubRouteRef({ parent: rootRef, path: '/:namespace/:kind/:name' });
const toEntity = createExternalRouteRef({ params: ['namespace', 'kind', 'name'], defaultTarget: 'catalog.entity' });
const toDocs = createExternalRouteRef({ optional: true });

const catalog = createPlugin({
  id: 'catalog',
  title: 'Catalog',
  routes: { root: rootRef, entity: entityRef },
  extensions: [createPageExtension({ path: '/catalog', title: 'Catalog', routeRef: rootRef, loader })],
});
createPlugin({ id: 'radar', title: 'Radar', externalRoutes: { entity: toEntity, docs: toDocs }, extensions: [] });

const docs = { id: 'docs', routes: [{ path: '/', extension: 'page:docs', refs: { root: '' } }] };
const table = { remotes: [catalog.describe(), docs], bindings: {}, pluginId: 'radar' };
const shell = { namespace: 'default', kind: 'component', name: 'shell' };

describe('a link', () => {
  test('leads to the plugin’s own pages', () => {
    expect(resolveRoute(rootRef, {}, table)).toBe('/catalog');
    expect(resolveRoute(entityRef, shell, table)).toBe('/catalog/default/component/shell');
  });

  test('leads to the page of a plugin that is known by data only', () => {
    expect(resolveRoute(toEntity, shell, table)).toBe('/catalog/default/component/shell');
  });

  test('follows the route that the registry gives the remote', () => {
    const [route] = catalog.describe().routes;
    const moved = { ...table, remotes: [{ id: 'catalog', routes: [{ ...route, path: '/software', extension: 'page:catalog' }] }] };
    expect(resolveRoute(entityRef, shell, moved)).toBe('/software/default/component/shell');
  });

  test('follows the bindings of the plugin that makes it, not those of another', () => {
    expect(resolveRoute(toDocs, {}, table)).toBeUndefined();
    const bound = { ...table, bindings: { 'radar.docs': 'docs.root' } };
    expect(resolveRoute(toDocs, {}, bound)).toBe('/');
    expect(resolveRoute(toDocs, {}, { ...bound, pluginId: 'catalog' })).toBeUndefined();
  });

  test('can be bound to nothing', () => {
    const unbound = { ...table, bindings: { 'radar.entity': false as const } };
    expect(() => resolveRoute(toEntity, shell, unbound)).toThrow('Expected a registered page for route radar.entity (target none), found none');
  });

  test.each([
    ['my.service.v1', '/catalog/default/component/my.service.v1'],
    ['a/b', '/catalog/default/component/a%2Fb'],
    ['50% of $1 ?#', '/catalog/default/component/50%25%20of%20%241%20%3F%23'],
    [':kind', '/catalog/default/component/%3Akind'],
  ])('carries the name %j safely', (name, path) => {
    expect(resolveRoute(entityRef, { ...shell, name }, table)).toBe(path);
  });

  test.each([[''], ['.'], ['..'], [undefined]])('refuses the name %j', name => {
    expect(() => resolveRoute(entityRef, { ...shell, name: name as string }, table)).toThrow(
      'Expected parameter name of route /catalog/:namespace/:kind/:name to be a text that can be part of a path',
    );
  });

  test('names the page that nobody has', () => {
    expect(() => resolveRoute(toEntity, shell, { ...table, remotes: [docs] })).toThrow(
      'Expected a registered page for route radar.entity (target catalog.entity), found none',
    );
    expect(() => resolveRoute(createRouteRef(), {}, table)).toThrow('Expected a registered page for route without a name (target none)');
  });

  test('knows its parameters from its path', () => {
    expect(entityRef.params).toEqual(['namespace', 'kind', 'name']);
  });
});
