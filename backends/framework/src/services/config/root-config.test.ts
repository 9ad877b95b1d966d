import { afterEach, expect, test } from '@jest/globals';
import { createConfigReader } from '@portico/config';
import type { JsonObject } from '@portico/config';
import { pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';
import type { RootConfigService } from '../../index.ts';
import { readDuration } from './read-duration.ts';

afterEach(stopAll);

const loaded = (data: JsonObject) => ({ data, reader: createConfigReader(data), files: [], schemas: [], unset: [] });

test('plugins read the newest values and hear of changes until they end it', async () => {
  const { promise, resolve } = Promise.withResolvers<RootConfigService>();
  let change: (data: JsonObject) => void = () => undefined;
  const { started } = await running({
    data: { app: { title: 'Old' } },
    features: [pluginOf('reader', ({ rootConfig }) => resolve(rootConfig))],
    watch(onChange) {
      change = data => onChange(loaded(data));
      return () => undefined;
    },
  });
  await started;
  const config = await promise;
  const heard: string[] = [];
  config.subscribe(() => {
    throw new Error('a listener that fails does not keep others from hearing');
  });
  const end = config.subscribe(reader => void heard.push(reader.getString('app.title')));
  expect([config.getString('app.title'), config.has('app.port')]).toEqual(['Old', false]);
  change({ app: { title: 'New' } });
  end();
  change({ app: { title: 'Newest' } });
  expect([config.getString('app.title'), config.data()]).toEqual(['Newest', { app: { title: 'Newest' } }]);
  expect(heard).toEqual(['New']);
});

test('a duration is read in milliseconds', () => {
  expect(readDuration(createConfigReader({ at: '30s' }), 'at')).toBe(30_000);
  expect(readDuration(createConfigReader({}), 'at')).toBeUndefined();
});

test('a text that is no duration is refused with its path', () => {
  expect(() => readDuration(createConfigReader({ at: 'soon' }), 'at')).toThrow('At at: Expected a duration');
});
