import { expect, test } from '@jest/globals';
import { quantity, sizeOf } from './amounts.ts';

test('amounts are told in words, with numbers as the reader writes them', () => {
  expect([quantity(1, 'file', 'en'), quantity(1200, 'file', 'en'), quantity(1200, 'file', 'de')]).toEqual(['1 file', '1,200 files', '1.200 files']);
});

test.each([
  [1, '1 kB'],
  [1_000_000, '977 kB'],
  [1_572_864, '1.5 MB'],
  [536_870_912, '512 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeOf(bytes, 'en')).toBe(words);
});
