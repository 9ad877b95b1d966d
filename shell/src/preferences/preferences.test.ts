import { beforeEach, expect, jest, test } from '@jest/globals';
import { createStorageApi } from '../apis/storage-api.ts';
import { createPreferences } from './preferences.ts';

const storage = createStorageApi({ storage: localStorage, userEntityRef: 'user:default/ada', pluginId: 'core' });
const featureFlags = [{ name: 'new-search' }, { name: 'beta', default: true }, 'nonsense'];

beforeEach(() => localStorage.clear());

test('nothing is set at first, and what makes no sense counts as nothing', () => {
  const preferences = createPreferences({ storage: () => storage, config: () => ({}) });
  expect([preferences.getLocale(), preferences.getStartPage(), preferences.listFlags()]).toEqual([undefined, '/', []]);
  storage.set('locale', 'not a locale');
  storage.set('start-page', '//elsewhere.example');
  expect([preferences.getLocale(), preferences.getStartPage()]).toEqual([undefined, '/']);
});

test('what is set is kept and told', () => {
  const preferences = createPreferences({ storage: () => storage, config: () => ({}) });
  const listener = jest.fn();
  preferences.subscribe(listener);
  preferences.setLocale('de-DE');
  preferences.setStartPage('/catalog');
  expect([preferences.getLocale(), preferences.getStartPage(), listener.mock.calls.length]).toEqual(['de-DE', '/catalog', 2]);
  preferences.setLocale(undefined);
  expect(preferences.getLocale()).toBeUndefined();
});

test('a feature flag is as the user has set it, else as the app team has; one that is not listed is off', () => {
  const preferences = createPreferences({ storage: () => storage, config: () => ({ app: { featureFlags } }) });
  const active = () => ['new-search', 'beta', 'other'].map(preferences.isActive);
  expect(active()).toEqual([false, true, false]);
  preferences.setFlag('new-search', true);
  preferences.setFlag('beta', false);
  preferences.setFlag('other', true);
  expect(active()).toEqual([true, false, false]);
  expect(preferences.listFlags().map(({ name }) => name)).toEqual(['new-search', 'beta']);
});
