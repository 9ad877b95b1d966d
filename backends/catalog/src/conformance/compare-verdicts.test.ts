import { expect, test } from '@jest/globals';
import { component } from '../testing/start-catalog.ts';
import { compareVerdicts } from './compare-verdicts.ts';

const files: Record<string, string> = {
  'a.yaml': `${component('one')}---\n${component('bad name')}---\n${component('two').replace('owner', 'owned')}`,
  'b.yaml': 'a: [',
};
const compare = (expected: Parameters<typeof compareVerdicts>[0]) => compareVerdicts(expected, async file => files[file] ?? '');

test('documents that are judged as expected agree', async () => {
  const verdicts = [
    { file: 'a.yaml', doc: 0, verdict: 'valid', ref: 'component:default/one' },
    { file: 'a.yaml', doc: 1, verdict: 'invalid-envelope' },
    { file: 'a.yaml', doc: 2, verdict: 'invalid-kind' },
    { file: 'b.yaml', doc: 0, verdict: 'yaml-error' },
  ] as const;
  expect(await compare(verdicts)).toEqual({ documents: 4, mismatches: [] });
});

test('every other verdict, ref or number of documents is a line of its own', async () => {
  const { mismatches } = await compare([
    { file: 'a.yaml', doc: 0, verdict: 'valid', ref: 'component:default/other' },
    { file: 'a.yaml', doc: 1, verdict: 'valid' },
    { file: 'a.yaml', doc: 3, verdict: 'valid' },
  ]);
  expect(mismatches).toEqual([
    'a.yaml document 0: expected valid component:default/other, got valid component:default/one',
    expect.stringMatching(/^a\.yaml document 1: expected valid , got invalid-envelope metadata\.name: expected letters/),
    'a.yaml document 3: expected valid , got no document',
    'a.yaml document 2: expected no document, got one',
  ]);
});
