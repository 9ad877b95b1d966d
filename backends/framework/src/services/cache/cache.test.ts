import { afterEach, expect, jest, test } from '@jest/globals';
import { pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';
import type { CacheService } from '../../index.ts';

afterEach(stopAll);

async function caches() {
  const found: CacheService[] = [];
  const features = ['left', 'right'].map(id => pluginOf(id, ({ cache }) => void found.push(cache)));
  await (
    await running({ features })
  ).started;
  const [left, right] = found;
  if (!left || !right) throw new Error('expected two caches');
  return { left, right };
}

test('gives back what was set, as a copy, until it is deleted', async () => {
  const { left } = await caches();
  const value = { list: [1] };
  await left.set('a', value);
  value.list.push(2);
  expect(await left.getMany(['a', 'b'])).toEqual([{ list: [1] }, undefined]);
  await left.delete('a');
  expect(await left.get('a')).toBeUndefined();
});

test('plugins do not see and do not clear each other', async () => {
  const { left, right } = await caches();
  await left.set('a', 1);
  await right.set('a', 2);
  await left.clear();
  expect([await left.get('a'), await right.get('a')]).toEqual([undefined, 2]);
});

test('holds a bounded number of entries and pushes out the one not used for longest', async () => {
  const { left, right } = await caches();
  await right.set('other', true);
  await left.set('kept', 0);
  for (let entry = 1; entry < 10_000; entry += 1) await left.set(`entry-${entry}`, entry);
  expect(await left.get('kept')).toBe(0);
  await left.set('one more', 1);
  expect(await left.getMany(['kept', 'entry-1', 'entry-2'])).toEqual([0, undefined, 2]);
  expect(await right.get('other')).toBe(true);
});

test('an entry whose time is up is gone', async () => {
  const { left } = await caches();
  await left.set('gone', 1, { ttlMs: 1_000 });
  expect(await left.get('gone')).toBe(1);
  const later = Date.now() + 2_000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
  expect(await left.get('gone')).toBeUndefined();
  clock.mockRestore();
});
