import { expect, test } from '@jest/globals';
import { similarPaths } from './similar-paths.ts';

const pages = ['/catalog', '/tech-radar', '/lighthouse', '/builds', '/'].map(path => ({ path, title: path }));

test.each([
  ['/catalgo', ['/catalog']],
  ['/catalogs/x', ['/catalog']],
  ['/radar', ['/tech-radar']],
  ['/Build', ['/builds']],
  ['/zzzzzz', []],
  ['/', []],
])('%s may have meant %j', (asked, expected) => {
  expect(similarPaths(asked, pages).map(({ path }) => path)).toEqual(expected);
});
