import { expect, test } from '@jest/globals';
import { fileTreeUrl } from './file-tree-url.ts';

test.each([
  ['https://github.com/acme/shop.git', 'main', 'https://github.com/acme/shop/blob/main/'],
  ['https://user@gitlab.example.com:8443/a/b/shop.git', 'release/1.0', 'https://gitlab.example.com:8443/a/b/shop/-/blob/release/1.0/'],
  ['git@bitbucket.org:acme/shop.git', 'main', 'https://bitbucket.org/acme/shop/src/main/'],
  ['ssh://git@codeberg.org:2222/acme/shop', 'main', 'https://codeberg.org/acme/shop/src/branch/main/'],
  ['http://git.local:3080/acme/shop.git', 'a b', 'http://git.local:3080/acme/shop/blob/a%20b/'],
  ['/srv/git/shop.git', 'HEAD', 'git+file:///srv/git/shop/blob/HEAD/'],
  ['file:///srv/git/shop.git', 'main', 'git+file:///srv/git/shop/blob/main/'],
])('the files of %s at %s are known below %s', (url, branch, expected) => {
  expect(fileTreeUrl({ url, branch })).toBe(expected);
});

test('the operator may say where files are shown', () => {
  expect(fileTreeUrl({ url: '/srv/shop.git', branch: 'main', webUrl: 'https://code.example.com/shop/main' })).toBe('https://code.example.com/shop/main/');
});
