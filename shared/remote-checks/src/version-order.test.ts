import { expect, test } from '@jest/globals';
import { highestFirst, isPrerelease } from './index.ts';

test('versions are in the order of semantic versions, highest first', () => {
  const given = ['1.9.0', '1.10.0', '2.0.0-rc.2', '2.0.0-rc.10', '2.0.0', 'latest', '2.0.0-rc', '1.10.0-beta', '10.0.0', '0.1.0'];
  const wanted = ['10.0.0', '2.0.0', '2.0.0-rc.10', '2.0.0-rc.2', '2.0.0-rc', '1.10.0', '1.10.0-beta', '1.9.0', '0.1.0', 'latest'];
  expect(given.toSorted(highestFirst)).toEqual(wanted);
  expect(given.toReversed().toSorted(highestFirst)).toEqual(wanted);
});

test('builds of one version stay as they are', () => {
  expect(['1.2.0+b', '1.2.0+c', '1.2.0+a'].toSorted(highestFirst)).toEqual(['1.2.0+b', '1.2.0+c', '1.2.0+a']);
});

test('a prerelease is told from a release, whatever its build is called', () => {
  expect(['1.0.0', '1.0.0-rc.1', '1.0.0+rc-1', '1.0.0-0+a', 'latest'].map(isPrerelease)).toEqual([false, true, false, true, false]);
});
