import { describe, expect, test } from '@jest/globals';
import { createConfigReader } from './index.ts';

const data = {
  app: { title: 'Portal', tags: ['a', 'b'] },
  backend: { listen: { host: '127.0.0.1', port: '7007' }, secure: 'yes', token: 'hunter2222' },
  catalog: { locations: [{ type: 'file' }, { type: 4 }] },
};
const options = {
  sourceOf: (path: string) => (path.startsWith('backend') ? 'app-config.local.yaml' : 'app-config.yaml'),
  isHidden: (path: string) => path === 'backend.token',
};
const config = createConfigReader(data, options);

describe('a configuration reader', () => {
  test('reads typed values by dotted path', () => {
    expect(config.getString('app.title')).toBe('Portal');
    expect(config.getStringArray('app.tags')).toEqual(['a', 'b']);
    expect(config.getConfig('backend.listen').getString('host')).toBe('127.0.0.1');
    expect(config.keys('backend.listen')).toEqual(['host', 'port']);
    expect(config.get('app')).toEqual(data.app);
  });

  test('takes texts that variables yield as numbers and booleans', () => {
    expect(config.getNumber('backend.listen.port')).toBe(7007);
    expect(config.getBoolean('backend.secure')).toBe(true);
  });

  test('gives undefined where nothing is set, and no member of the prototype', () => {
    expect(config.getOptionalString('app.nothing')).toBeUndefined();
    expect(config.getOptionalConfig('constructor')).toBeUndefined();
    expect(config.has('app.title.length')).toBe(false);
    expect(config.keys('nothing')).toEqual([]);
  });

  test('names path, expectation, value and source of a wrong type', () => {
    expect(() => config.getNumber('app.title')).toThrow('At app.title: Expected a number, got "Portal" (app-config.yaml)');
    expect(() => config.getOptionalString('backend.listen')).toThrow('At backend.listen: Expected a string, got an object (app-config.local.yaml)');
  });

  test('names a missing value', () => {
    expect(() => config.getString('app.nothing')).toThrow('At app.nothing: Expected a string, got nothing (app-config.yaml)');
  });

  test('names the whole path from a reader of a part and of a list', () => {
    const [, second] = config.getConfigArray('catalog.locations');
    expect(() => second?.getString('type')).toThrow('At catalog.locations[1].type: Expected a string, got 4 (app-config.yaml)');
  });

  test('does not show a secret of a wrong type', () => {
    expect(() => config.getNumber('backend.token')).toThrow(
      'At backend.token: Expected a number, got a string that is not shown, because it may be a secret (app-config.local.yaml)',
    );
  });
});
