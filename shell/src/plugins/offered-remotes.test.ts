import { describe, expect, jest, test } from '@jest/globals';
import { aRemote } from '../fixtures/remotes.ts';
import { createOfferedRemotes } from './offered-remotes.ts';

const versions = (offered: ReturnType<typeof createOfferedRemotes>) => offered.get().map(({ id, version }) => `${id}@${version}`);

describe('offered remotes', () => {
  test('take another version up at once while nobody looks at the remote', () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote()]);
    offered.offer([aRemote({ version: '2.0.0' })]);
    expect(versions(offered)).toEqual(['radar@2.0.0']);
  });

  test('keep a version that is on the screen until it is left', async () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote(), aRemote({ id: 'catalog' })]);
    const release = offered.hold('radar');
    offered.offer([aRemote({ version: '2.0.0' }), aRemote({ id: 'catalog', version: '3.0.0' })]);
    expect(versions(offered)).toEqual(['radar@1.0.0', 'catalog@3.0.0']);
    release();
    await Promise.resolve();
    expect(versions(offered)).toEqual(['radar@2.0.0', 'catalog@3.0.0']);
  });

  test('begin and end an override at once, but for unsaved input', () => {
    const offered = createOfferedRemotes();
    const override = { url: 'http://localhost:1/', origin: 'http://localhost:1', expiresAt: '2999-01-01T00:00:00.000Z' };
    const overridden = aRemote({ version: '2.0.0+override.0a1b2c3d', override });
    offered.offer([aRemote()]);
    offered.hold('radar');
    offered.offer([overridden]);
    expect(versions(offered)).toEqual(['radar@2.0.0+override.0a1b2c3d']);
    const done = offered.keep('radar');
    offered.offer([aRemote()]);
    expect(versions(offered)).toEqual(['radar@2.0.0+override.0a1b2c3d']);
    expect(offered.waitingFor('radar')).toMatchObject({ shown: { override }, next: { version: '1.0.0' } });
    offered.giveUp('radar');
    done();
    expect(versions(offered)).toEqual(['radar@1.0.0']);
  });

  test('keep it while another page of the same remote takes its place', async () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote()]);
    const release = offered.hold('radar');
    offered.offer([aRemote({ version: '2.0.0' })]);
    release();
    offered.hold('radar');
    await Promise.resolve();
    expect(versions(offered)).toEqual(['radar@1.0.0']);
  });

  test('are taken up by who comes to a page from elsewhere, where a card of the remote was, and not from one of its pages to another', async () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote()]);
    const card = offered.hold('radar');
    offered.offer([aRemote({ version: '2.0.0' })]);
    expect(versions(offered)).toEqual(['radar@1.0.0']);
    const first = offered.enter('radar');
    expect(versions(offered)).toEqual(['radar@2.0.0']);
    card();
    await Promise.resolve();
    offered.offer([aRemote({ version: '3.0.0' })]);
    first();
    const second = offered.enter('radar');
    await Promise.resolve();
    expect(versions(offered)).toEqual(['radar@2.0.0']);
    second();
    await Promise.resolve();
    expect(versions(offered)).toEqual(['radar@3.0.0']);
  });

  test('are not taken up by who comes to a page while something of the remote has unsaved input', () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote()]);
    offered.hold('radar');
    offered.keep('radar');
    offered.offer([aRemote({ version: '2.0.0' })]);
    offered.enter('radar');
    expect(versions(offered)).toEqual(['radar@1.0.0']);
  });

  test('lose at once what is taken away or refused, even on the screen', () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote(), aRemote({ id: 'catalog' })]);
    offered.hold('radar');
    offered.hold('catalog');
    const { removed } = offered.offer([aRemote({ version: '2.0.0', status: 'refused' })]);
    expect(removed.map(({ id }) => id)).toEqual(['catalog']);
    expect(versions(offered)).toEqual(['radar@2.0.0']);
  });

  test('tell their listeners only of changes', () => {
    const offered = createOfferedRemotes();
    const remotes = [aRemote()];
    offered.offer(remotes);
    const listener = jest.fn();
    offered.subscribe(listener);
    const before = offered.get();
    offered.offer([...remotes]);
    expect(listener).not.toHaveBeenCalled();
    expect(offered.get()).toBe(before);
  });

  test('lose at once a version that was taken back, and say so', () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote({ version: '2.0.0' })]);
    offered.hold('radar');
    const { replaced } = offered.offer([aRemote({ version: '1.0.0', withdrawn: ['2.0.0'] })]);
    expect([versions(offered), replaced.map(({ version }) => version)]).toEqual([['radar@1.0.0'], ['1.0.0']]);
  });

  test('keep even that while there is unsaved input, and say what waits', async () => {
    const offered = createOfferedRemotes();
    const two = aRemote({ version: '2.0.0' });
    offered.offer([two]);
    offered.hold('radar');
    const saved = offered.keep('radar');
    const one = aRemote({ version: '1.0.0', withdrawn: ['2.0.0'] });
    expect(offered.offer([one]).replaced).toEqual([]);
    expect([versions(offered), offered.waitingFor('radar')]).toEqual([['radar@2.0.0'], { shown: two, next: one }]);
    saved();
    await Promise.resolve();
    expect([versions(offered), offered.waitingFor('radar')]).toEqual([['radar@1.0.0'], undefined]);
  });

  test('keep a removed remote for unsaved input until that is given up', () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote()]);
    offered.hold('radar');
    offered.keep('radar');
    expect(offered.offer([]).removed).toEqual([]);
    expect(versions(offered)).toEqual(['radar@1.0.0']);
    offered.giveUp('radar');
    expect([versions(offered), offered.waitingFor('radar')]).toEqual([[], undefined]);
  });

  test('do not keep unsaved input for ever where the remote is not on the screen', () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote({ version: '2.0.0' })]);
    offered.keep('radar');
    offered.offer([aRemote({ version: '1.0.0', withdrawn: ['2.0.0'] })]);
    expect(versions(offered)).toEqual(['radar@1.0.0']);
  });

  test('come back at once when they are switched on again', () => {
    const offered = createOfferedRemotes();
    offered.offer([aRemote({ status: 'refused' })]);
    offered.hold('radar');
    offered.offer([aRemote()]);
    expect(offered.get().map(({ status }) => status)).toEqual(['ok']);
  });
});
