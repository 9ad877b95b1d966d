import { beforeEach, describe, expect, test } from '@jest/globals';
import { aRemote } from '../fixtures/remotes.ts';
import { preloadRemote } from './preload-remote.ts';

const links = () => [...document.querySelectorAll('link')].map(link => [link.rel, link.getAttribute('href')]);

beforeEach(() => void (document.head.innerHTML = ''));

describe('preloadRemote', () => {
  test('asks for the entry and for the first files, once', () => {
    const { entry } = aRemote({ id: 'one' });
    const remote = aRemote({ id: 'one', entry: { ...entry, assets: ['page.js', 'page.css'] } });
    preloadRemote(remote);
    preloadRemote(remote);
    expect(links()).toEqual([
      ['prefetch', '/remotes/one/1.0.0/remoteEntry.js'],
      ['prefetch', '/remotes/one/1.0.0/page.js'],
      ['prefetch', '/remotes/one/1.0.0/page.css'],
    ]);
    expect([...document.querySelectorAll('link')].map(link => link.getAttribute('as'))).toEqual(['script', 'script', 'style']);
  });

  test('asks again for another version', () => {
    preloadRemote(aRemote({ id: 'two' }));
    preloadRemote(aRemote({ id: 'two', version: '2.0.0' }));
    expect(links()).toHaveLength(2);
  });

  test('asks for nothing of a remote that will not run', () => {
    preloadRemote(aRemote({ id: 'three', status: 'refused' }));
    preloadRemote(aRemote({ id: 'four', entry: { url: '/x.js', type: 'script', global: 'x' } }));
    expect(links()).toEqual([]);
  });
});
