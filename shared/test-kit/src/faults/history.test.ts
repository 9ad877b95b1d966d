import { expect, test } from '@jest/globals';
import { findBackwardReads, findStaleReads } from './history.ts';
import type { Operation } from './history.ts';

const operation = (kind: Operation['kind'], revision: number, [beganAt, endedAt]: readonly [number, number]): Operation => ({
  kind,
  register: 'a',
  revision,
  beganAt,
  endedAt,
});

test('a read may show the old or the new state while a write is under way, and nothing older afterwards', () => {
  const write = operation('write', 1, [10, 20]);
  expect(findStaleReads([write, operation('read', 0, [15, 16]), operation('read', 1, [15, 16]), operation('read', 1, [21, 22])])).toEqual([]);
  expect(findStaleReads([write, operation('read', 0, [21, 22])])).toEqual(['a: a read from 21 to 22 shows revision 0, expected 1 to 1']);
});

test('a read never shows what nobody has written yet', () => {
  const write = operation('write', 1, [10, 20]);
  expect(findStaleReads([write, operation('read', 1, [5, 9])])).toHaveLength(1);
  expect(findStaleReads([operation('read', 7, [5, 9])])).toHaveLength(1);
});

test('what a read has shown, no later read takes back', () => {
  const reads = [operation('read', 2, [10, 20]), operation('read', 1, [15, 30])];
  expect(findBackwardReads(reads)).toEqual([]);
  expect(findBackwardReads([...reads, operation('read', 1, [21, 22])])).toEqual(['a: a read that began at 21 shows revision 1 after one that showed 2']);
});
