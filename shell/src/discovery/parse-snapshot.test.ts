import { describe, expect, test } from '@jest/globals';
import { aRemote } from '../fixtures/remotes.ts';
import { parseSnapshot } from './parse-snapshot.ts';

describe('parseSnapshot', () => {
  test('keeps what has the right shape', () => {
    const remote = aRemote();
    expect(parseSnapshot({ revision: 3, remotes: [remote] }, '/s')).toEqual({ revision: 3, remotes: [remote] });
  });

  test('refuses a remote of a wrong shape alone, and says which part is wrong', () => {
    const broken = { ...aRemote({ id: 'broken' }), entry: { url: 7 }, title: 'Broken' };
    const { remotes } = parseSnapshot({ revision: 1, remotes: [broken, aRemote()] }, '/s');
    expect(remotes.map(({ id, status }) => [id, status])).toEqual([
      ['broken', 'refused'],
      ['radar', 'ok'],
    ]);
    expect(remotes[0]?.reason?.code).toBe('LOADER_REMOTE_SHAPE');
    expect(remotes[0]?.reason?.message).toContain('entry.url');
    expect(remotes[0]?.routes).toEqual([{ path: '/broken', extension: 'page:broken' }]);
  });

  test('drops what does not even have an id, and the second of two remotes with one id', () => {
    const { remotes } = parseSnapshot({ revision: 1, remotes: [null, 5, {}, aRemote(), aRemote({ version: '9.0.0' })] }, '/s');
    expect(remotes.map(({ version }) => version)).toEqual(['1.0.0']);
  });

  test('takes outlines for remotes of which the rest is to come, but for what it could not go on with', () => {
    const { id, version, title, routes, navigation } = aRemote({ id: 'late' });
    const outline = { id, version, title, routes, navigation };
    const outlines = [outline, { ...outline, id: 'radar' }, { ...outline, id: 'odd', navigation: [{ title: 7, path: '/odd' }] }];
    const { remotes, outlined } = parseSnapshot({ revision: 1, remotes: [aRemote()], outlines }, '/s');
    expect(remotes.map(remote => [remote.id, remote.outline])).toEqual([
      ['radar', undefined],
      ['late', true],
    ]);
    expect(outlined).toBe(true);
    expect(parseSnapshot({ revision: 1, remotes: [aRemote()], outlines: [null] }, '/s')).toEqual({ revision: 1, remotes: [aRemote()] });
  });

  test('throws when the whole is no snapshot', () => {
    expect(() => parseSnapshot({ remotes: {} }, '/s')).toThrow('Expected /s to answer with { revision, remotes }');
  });
});
