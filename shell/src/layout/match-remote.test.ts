import { expect, test } from '@jest/globals';
import { aRemote } from '../fixtures/remotes.ts';
import { matchRemote } from './match-remote.ts';

const route = (path: string) => [{ path, extension: 'page' }];
const remotes = [
  aRemote({ id: 'home', routes: route('/') }),
  aRemote({ id: 'catalog', routes: route('/catalog') }),
  aRemote({ id: 'graph', routes: route('/catalog/graph') }),
  aRemote({ id: 'late', routes: route('/catalog') }),
];

test.each([
  ['/', 'home'],
  ['/catalog', 'catalog'],
  ['/Catalog/default', 'catalog'],
  ['/catalog/default/component/a.b', 'catalog'],
  ['/catalog/graph/x', 'graph'],
  ['/catalogue', undefined],
  ['/other', undefined],
])('%s leads to %s', (path, id) => {
  expect(matchRemote(remotes, path)?.remote.id).toBe(id);
});
