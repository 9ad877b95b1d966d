import { expect, test } from '@jest/globals';
import { runCases } from './run-cases.ts';

test('runs every case with seeds that count on, and tells which run had which fault', async () => {
  const lines: string[] = [];
  const odd = { name: 'odd', run: async (seed: number) => ({ faults: seed % 2 === 1 ? ['an odd seed'] : [], figures: { seed } }) };
  const broken = { name: 'broken', run: () => Promise.reject(new Error('no server')) };
  expect(await runCases([odd, broken], { runs: 2, seed: 3, print: line => lines.push(line) })).toBe(3);
  expect(lines.filter(line => line.startsWith('ok'))).toEqual(['ok      odd seed 4  seed 4']);
  expect(lines.join('\n')).toContain('FAILED  odd seed 3  seed 3\n        an odd seed');
  expect(lines.at(-1)).toBe('1 runs without a fault, 3 with one');
});
