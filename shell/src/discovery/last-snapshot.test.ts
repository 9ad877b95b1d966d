import { beforeEach, describe, expect, test } from '@jest/globals';
import { aRemote } from '../fixtures/remotes.ts';
import { createLastSnapshots } from './last-snapshot.ts';

const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
const snapshot = { revision: 4, remotes: [aRemote()] };

beforeEach(() => localStorage.clear());

describe('last snapshots', () => {
  test('are kept for each user', () => {
    const last = createLastSnapshots(localStorage);
    last.write('user:default/ada', { snapshot, etag: '"4"', at: at(1) });
    expect(last.read('user:default/ada')).toEqual({ snapshot, etag: '"4"', at: at(1) });
    expect(last.read('user:default/bob')).toBeUndefined();
  });

  test('are not kept with an override, which nobody may have while nobody can be asked', () => {
    const last = createLastSnapshots(localStorage);
    last.write('a', { snapshot, at: at(1) });
    const override = { url: 'http://localhost:1/', origin: 'http://localhost:1', expiresAt: at(2) };
    last.write('a', { snapshot: { revision: 5, remotes: [aRemote({ override })] }, at: at(2) });
    expect(last.read('a')).toEqual({ snapshot, at: at(1) });
  });

  test('are kept for three users, the latest ones', () => {
    const last = createLastSnapshots(localStorage);
    for (const [user, day] of [['a', 1], ['b', 3], ['c', 2], ['d', 4]] as const) last.write(user, { snapshot, at: at(day) });
    expect(['a', 'b', 'c', 'd'].map(user => last.read(user)?.at)).toEqual([undefined, at(3), at(2), at(4)]);
  });

  test('are not kept when they are too large', () => {
    const last = createLastSnapshots(localStorage);
    last.write('a', { snapshot, at: at(1) });
    last.write('a', { snapshot: { revision: 5, remotes: [aRemote({ title: 'x'.repeat(1_000_001) })] }, at: at(2) });
    expect(last.read('a')).toBeUndefined();
  });

  test('that are damaged count as none', () => {
    localStorage.setItem('portico:snapshot:a', '{"at":1,"snapshot":[]}');
    expect(createLastSnapshots(localStorage).read('a')).toBeUndefined();
  });

  test('do without a storage', () => {
    const last = createLastSnapshots(undefined);
    last.write('a', { snapshot, at: at(1) });
    expect(last.read('a')).toBeUndefined();
  });
});
