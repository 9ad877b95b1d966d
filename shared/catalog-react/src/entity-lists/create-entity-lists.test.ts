import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createFakeIdentityApi } from '@portico/test-kit';
import { createRecentEntities, createStarredEntities } from '../index.ts';

const identityApi = createFakeIdentityApi();
const key = 'portico/user%3Adefault%2Fguest/catalog/';

beforeEach(() => window.localStorage.clear());

describe('the starred entities', () => {
  test('are kept, in the order of their stars, until the star is taken away', () => {
    const starred = createStarredEntities({ identityApi });
    const listener = jest.fn();
    const stop = starred.observe(listener);
    starred.toggle('Component:default/cart');
    starred.toggle('group:default/web');
    expect(createStarredEntities({ identityApi }).list()).toEqual(['component:default/cart', 'group:default/web']);
    expect(starred.list()).toBe(starred.list());
    starred.toggle('component:default/cart');
    expect(starred.list()).toEqual(['group:default/web']);
    expect(listener).toHaveBeenCalledTimes(3);
    stop();
    starred.toggle('component:default/cart');
    expect(listener).toHaveBeenCalledTimes(3);
  });

  test('ignore what can not be read', () => {
    window.localStorage.setItem(`${key}starred`, '[1, "component:default/cart"]');
    expect(createStarredEntities({ identityApi }).list()).toEqual(['component:default/cart']);
    window.localStorage.setItem(`${key}starred`, 'no json');
    expect(createStarredEntities({ identityApi }).list()).toEqual([]);
  });

  test('follow other tabs', () => {
    const starred = createStarredEntities({ identityApi });
    const listener = jest.fn();
    starred.observe(listener);
    window.localStorage.setItem(`${key}starred`, '["component:default/cart"]');
    window.dispatchEvent(new StorageEvent('storage', { key: `${key}starred` }));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(starred.list()).toEqual(['component:default/cart']);
  });
});

describe('the recent entities', () => {
  test('are the newest 20, each once', () => {
    const recent = createRecentEntities({ identityApi });
    for (let index = 0; index < 25; index += 1) recent.add({ entityRef: `component:default/c${index}`, title: `C${index}` });
    recent.add({ entityRef: 'Component:default/c20', title: 'Again' });
    expect(recent.list()).toHaveLength(20);
    expect(recent.list().slice(0, 2)).toMatchObject([
      { entityRef: 'component:default/c20', title: 'Again' },
      { entityRef: 'component:default/c24', title: 'C24' },
    ]);
  });
});
