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
});
