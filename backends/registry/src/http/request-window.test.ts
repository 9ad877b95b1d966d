import { expect, test } from '@jest/globals';
import { createRequestWindow } from './request-window.ts';

test('each sender has a minute of their own, and all together have one', () => {
  let now = 1_000_000;
  const window = createRequestWindow({ perMinute: 2, ofAll: 40, clock: () => now });
  expect([window.take('a'), window.take('a'), window.take('a'), window.take('b')]).toEqual([0, 0, 60, 0]);
  for (let index = 0; index < 37; index += 1) expect(window.take(`c${index}`)).toBe(0);
  now += 30_500;
  expect(window.take('d')).toBe(30);
  now += 30_000;
  expect([window.take('a'), window.take('d')]).toEqual([0, 0]);
});
