import { beforeEach, expect, test } from '@jest/globals';
import { createStorageApi } from '../apis/storage-api.ts';
import { forgetUser } from '../session/forget-user.ts';
import { followStored } from './stored-values.ts';

const ada = 'user:default/ada';
const catalog = createStorageApi({ storage: localStorage, userEntityRef: ada, pluginId: 'catalog' });
const key = 'portico/user%3Adefault%2Fada/catalog/starred';
const radar = { id: 'tech-radar', version: '1.0.0' };
const home = { id: 'home', version: '2.0.0' };
const otherTab = (value: string) => {
  localStorage.setItem(key, value);
  return () => window.dispatchEvent(new StorageEvent('storage', { key, newValue: value }));
};

beforeEach(() => {
  localStorage.clear();
  catalog.set('starred', ['a']);
});

test('a value that another plugin changes is told with the next look, and laid to who ran when it was changed', () => {
  const look = followStored(localStorage, window);
  localStorage.setItem(key, '["b"]');
  expect(look(radar)).toEqual([]);
  expect(look(home)).toEqual([{ culprit: radar, owner: 'catalog' }]);
  expect(look(home)).toEqual([]);
});

test('a plugin that clears the storage has taken everybody\'s values', () => {
  const look = followStored(localStorage, window);
  localStorage.clear();
  look(radar);
  expect(look(radar)).toEqual([{ culprit: radar, owner: 'catalog' }]);
});

test('what comes through the API, from another tab, from the plugin itself or by signing out is nobody\'s fault', () => {
  const look = followStored(localStorage, window);
  const looks = () => [look(radar), look(radar)];
  catalog.set('starred', ['c']);
  expect(looks()).toEqual([[], []]);
  const told = otherTab('["d"]');
  expect(look(radar)).toEqual([]);
  told();
  expect(looks()).toEqual([[], []]);
  localStorage.setItem(key, '["e"]');
  expect(look({ id: 'catalog', version: '1.0.0' })).toEqual([]);
  localStorage.setItem('somebody-else', 'x');
  forgetUser(localStorage, ada);
  expect(looks()).toEqual([[], []]);
});
