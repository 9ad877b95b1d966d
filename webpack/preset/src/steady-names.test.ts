import { expect, test } from '@jest/globals';
import { steadyNames } from './steady-names.ts';

const names = Array.from({ length: 20_000 }, (_one, ordinal) => steadyNames.get(ordinal));

test('names are identifiers, each given once, the short ones first', () => {
  expect(names.filter(name => !/^[a-zA-Z_$][\w$]*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  const lengths = names.map(name => name.length);
  expect(lengths).toEqual([...lengths].sort((left, right) => left - right));
  expect(names.slice(0, 2)).toEqual(['e', 't']);
});
