import { expect, test } from '@jest/globals';
import { aRemote } from '../fixtures/remotes.ts';
import { navigationOf } from './navigation.ts';

test('the navigation is sorted by groups, order and title; of two entries for one path the first counts', () => {
  const remotes = [
    aRemote({ navigation: [{ title: 'Radar', path: '/radar', group: 'Insight', order: 20 }, { title: 'Zoo', path: '/zoo' }] }),
    aRemote({ id: 'b', navigation: [{ title: 'Again', path: '/radar' }, { title: 'Builds', path: '/builds', group: 'Delivery', order: 10 }] }),
    aRemote({ id: 'c', navigation: [{ title: 'Apes', path: '/apes' }, { title: 'First', path: '/first', order: 1 }, { title: 'Audits', path: '/audits', group: 'Insight', order: 10 }] }),
  ];
  expect(navigationOf(remotes).map(({ title, entries }) => [title, ...entries.map(entry => entry.title)])).toEqual([
    ['', 'First', 'Apes', 'Zoo'],
    ['Delivery', 'Builds'],
    ['Insight', 'Audits', 'Radar'],
  ]);
});

test('the app team orders, groups, hides and renames entries, by path or plugin', () => {
  const remotes = ['home', 'catalog', 'docs', 'radar', 'audits'].map(id =>
    aRemote({ id, navigation: [{ title: id, path: `/${id}`, ...(id === 'radar' ? { group: 'Insight' } : {}) }] }),
  );
  const settings = {
    order: ['/docs', 'catalog'],
    groups: [{ title: 'Build', entries: ['catalog', '/docs'] }],
    hidden: ['audits'],
    titles: { catalog: 'Software' },
  };
  expect(navigationOf(remotes, settings).map(({ title, entries }) => [title, ...entries.map(entry => entry.title)])).toEqual([
    ['', 'home'],
    ['Build', 'docs', 'Software'],
    ['Insight', 'radar'],
  ]);
});
