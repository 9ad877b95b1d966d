import { beforeEach, describe, expect, test } from '@jest/globals';
import { createStorageApi } from './storage-api.ts';

const forPlugin = (pluginId: string, userEntityRef = 'user:default/ada') => createStorageApi({ storage: localStorage, userEntityRef, pluginId });

beforeEach(() => localStorage.clear());

describe('the storage of a plugin', () => {
  test('is its own and that of its user', () => {
    forPlugin('radar').set('filter', { ring: 'adopt' });
    expect(forPlugin('radar').get('filter')).toEqual({ ring: 'adopt' });
    expect(forPlugin('catalog').get('filter')).toBeUndefined();
    expect(forPlugin('radar', 'user:default/bob').get('filter')).toBeUndefined();
  });

  test('tells of changes in this tab and in others, until it is told to stop', () => {
    const storage = forPlugin('radar');
    const seen: unknown[] = [];
    const stop = storage.observe('filter', value => seen.push(value));
    forPlugin('radar').set('filter', 1);
    forPlugin('catalog').set('filter', 2);
    window.dispatchEvent(new StorageEvent('storage', { key: Object.keys(localStorage).find(key => key.includes('radar')) ?? '', newValue: '3' }));
    storage.remove('filter');
    stop();
    storage.set('filter', 4);
    expect(seen).toEqual([1, 3, undefined]);
  });

  test('does without a storage and with damaged values', () => {
    const nowhere = createStorageApi({ storage: undefined, userEntityRef: 'u', pluginId: 'radar' });
    nowhere.set('a', 1);
    expect(nowhere.get('a')).toBeUndefined();
    forPlugin('radar').set('a', 1);
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{');
    expect(forPlugin('radar').get('a')).toBeUndefined();
  });
});
