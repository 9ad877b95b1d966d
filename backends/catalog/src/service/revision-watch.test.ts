import { expect, jest, test } from '@jest/globals';
import { createRevisionWatch } from './revision-watch.ts';

const turn = () => new Promise(setImmediate);

test('knows nothing while the database is away', async () => {
  const watch = createRevisionWatch({ read: () => Promise.reject(new Error('away')), onForeignChange: () => undefined });
  await turn();
  expect(watch.current()).toBeUndefined();
  watch.end();
});

test('forgets what it knows when the last look was more than a second ago', async () => {
  const watch = createRevisionWatch({ read: async () => 7, onForeignChange: () => undefined });
  await turn();
  expect(watch.current()).toBe(7);
  const later = performance.now() + 1_001;
  const clock = jest.spyOn(performance, 'now').mockReturnValue(later);
  expect(watch.current()).toBeUndefined();
  clock.mockRestore();
  watch.end();
});

test('tells changes of others from its own', async () => {
  let stored = 7;
  const foreign: number[] = [];
  const watch = createRevisionWatch({ read: async () => stored, onForeignChange: revision => foreign.push(revision) });
  await turn();
  expect([watch.made(8), watch.made(10)]).toEqual([true, false]);
  stored = 11;
  while (foreign.length === 0) await new Promise(resolve => setTimeout(resolve, 10));
  expect([foreign, watch.current()]).toEqual([[11], 11]);
  watch.end();
});
