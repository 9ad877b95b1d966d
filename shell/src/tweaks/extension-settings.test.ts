import { describe, expect, test } from '@jest/globals';
import { aRemote } from '../fixtures/remotes.ts';
import { configureExtensions } from './extension-settings.ts';

const point = 'catalog.entity-card/v1';
const radar = aRemote({
  routes: [{ path: '/radar', extension: 'page:radar', title: 'Radar' }],
  extensions: [
    { id: 'card:a', point, config: { title: 'A' } },
    { id: 'card:b', point, config: { title: 'B', size: 'small' } },
  ],
});
const other = aRemote({ id: 'other', extensions: [{ id: 'card:a', point, config: { title: 'Other' } }] });

const configure = (extensions: readonly unknown[]) => configureExtensions([radar, other], { app: { extensions } });

describe('app.extensions', () => {
  test('says nothing about remotes that it does not name', () => {
    expect(configureExtensions([radar], {})[0]).toBe(radar);
    expect(configure([{ 'card:b': false }])[1]).toBe(other);
  });

  test('takes an extension away, of one plugin or of all', () => {
    expect(configure([{ 'card:a': false }]).map(({ extensions }) => extensions.map(({ id }) => id))).toEqual([['card:b'], []]);
    expect(configure([{ 'other/card:a': { disabled: true } }]).map(({ extensions }) => extensions.length)).toEqual([2, 0]);
  });

  test('takes a page away, and its entry of the navigation', () => {
    const [first] = configure([{ 'page:radar': false }]);
    expect([first?.routes, first?.navigation]).toEqual([[], []]);
  });

  test('gives a page another path and title, also in the navigation', () => {
    const [first] = configure([{ 'page:radar': { config: { path: '/technology', title: 'Technology' } } }]);
    expect(first?.routes).toEqual([{ path: '/technology', extension: 'page:radar', title: 'Technology' }]);
    expect(first?.navigation).toEqual([{ path: '/technology', title: 'Technology' }]);
  });

  test('puts what it lists first, in its order, unless the configuration of one says otherwise', () => {
    const [first] = configure(['card:b', { 'radar/card:a': { config: { order: 5 } } }]);
    expect(first?.extensions.map(({ config }) => config)).toEqual([
      { title: 'A', order: 5 },
      { title: 'B', size: 'small', order: -1_000_000 },
    ]);
  });

  test('changes settings, condition and place', () => {
    const settings = { config: { title: 'New' }, if: { kind: 'API' }, attachTo: { id: 'home.card/v1' } };
    const [, second] = configure([{ 'other/card:a': settings }]);
    expect(second?.extensions).toEqual([
      { id: 'card:a', point: 'home.card/v1', if: { kind: 'API' }, config: { title: 'New', order: -1_000_000 } },
    ]);
  });
});
