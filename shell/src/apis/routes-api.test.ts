import { expect, test } from '@jest/globals';
import { createExternalRouteRef, resolveRoute } from '@portico/plugin-api';
import { aRemote } from '../fixtures/remotes.ts';
import { createRoutesApi } from './routes-api.ts';

const entity = createExternalRouteRef({ params: ['name'], defaultTarget: 'catalog.entity' });
const remotes = [aRemote({ id: 'catalog', routes: [{ path: '/catalog', extension: 'page', refs: { entity: '/:name' } }] })];

test('links follow the snapshot, and the table stays the same object until something changes', () => {
  let config: unknown = {};
  const routes = createRoutesApi({ remotes: () => remotes, config: () => config, subscribe: () => () => undefined });
  expect(resolveRoute(entity, { name: 'a.b' }, routes.getTable())).toBe('/catalog/a.b');
  expect(routes.getTable()).toBe(routes.getTable());
  const before = routes.getTable();
  config = { app: { routes: { bindings: { 'radar.entity': false, 'radar.other': 'catalog.entity', 'radar.bad': 5 } } } };
  expect(routes.getTable()).not.toBe(before);
  expect(routes.getTable().bindings).toEqual({ 'radar.entity': false, 'radar.other': 'catalog.entity' });
});
