import { expect, test } from '@jest/globals';
import { matchRemote } from './match-remote.ts';

const remote = (id: string, path: string) => ({ id, routes: [{ path, extension: 'page' }] });
const remotes = [remote('home', '/'), remote('catalog', '/catalog'), remote('graph', '/catalog/graph'), remote('late', '/catalog')];

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
