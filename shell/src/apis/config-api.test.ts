import { describe, expect, test } from '@jest/globals';
import { createConfigApi } from './config-api.ts';

function setUp(pluginId: string) {
  let data = { app: { title: 'Portal' }, techRadar: { size: '5', tags: ['a'] }, catalog: { secret: 1 } };
  const api = createConfigApi({ current: () => data, subscribe: () => () => undefined }, pluginId);
  return { api, change: (next: typeof data) => void (data = next) };
}

describe('the configuration of a plugin', () => {
  test('holds its own key and those that are for all', () => {
    const { api } = setUp('tech-radar');
    expect([api.getString('app.title'), api.getNumber('techRadar.size'), api.getStringArray('techRadar.tags')]).toEqual(['Portal', 5, ['a']]);
    expect([api.has('techRadar.no'), api.getOptionalString('techRadar.no'), api.getOptional('organization')]).toEqual([false, undefined, undefined]);
  });

  test('does not hold the keys of others', () => {
    expect(() => setUp('tech-radar').api.get('catalog.secret')).toThrow('Expected plugin tech-radar to read only techRadar, app, organization');
  });

  test('says where a value of another type is', () => {
    expect(() => setUp('tech-radar').api.getBoolean('techRadar.tags')).toThrow('techRadar.tags');
  });

  test('follows changes', () => {
    const { api, change } = setUp('tech-radar');
    expect(api.getString('app.title')).toBe('Portal');
    change({ app: { title: 'New' }, techRadar: { size: '1', tags: [] }, catalog: { secret: 1 } });
    expect(api.getString('app.title')).toBe('New');
  });
});
