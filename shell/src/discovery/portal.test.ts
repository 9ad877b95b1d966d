import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createError, loaderErrors } from '@portico/errors';
import { publicConfig, session } from '../fixtures/answers.ts';
import { aRemote } from '../fixtures/remotes.ts';
import type { Discovery } from './discover.ts';
import { createPortal } from './portal.ts';
import type { PortalPart } from './portal.ts';
import type { ReadyPortal } from './portal-state.ts';

const ready: ReadyPortal = { kind: 'ready', config: publicConfig, session, snapshot: { revision: 1, remotes: [aRemote()] } };
const stale: ReadyPortal = { ...ready, staleSince: '2026-01-01T00:00:00.000Z' };
const failed: Discovery = { kind: 'failed', error: createError(loaderErrors.ANSWER_LATE, { url: '/x', seconds: 5 }) };

function setUp(...found: Discovery[]) {
  const discover = jest.fn(async () => found.shift() ?? ready);
  const refresh = jest.fn(async (known: ReadyPortal, _parts: readonly PortalPart[]): Promise<Discovery> => known);
  const portal = createPortal({ discover, refresh, now: () => Date.now(), random: () => 0.5 });
  return { portal, discover, refresh };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('the portal', () => {
  test('becomes ready', async () => {
    const { portal } = setUp(ready);
    await portal.start();
    expect(portal.getState()).toBe(ready);
  });

  test('that cannot be reached says when it is tried again, and comes back by itself', async () => {
    const { portal, discover } = setUp(failed, failed, ready);
    await portal.start();
    expect(portal.getState()).toMatchObject({ kind: 'unreachable', attempt: 1, retryAt: Date.now() + 750 });
    await jest.advanceTimersByTimeAsync(750);
    expect(portal.getState()).toMatchObject({ kind: 'unreachable', attempt: 2, retryAt: Date.now() + 1500 });
    await jest.advanceTimersByTimeAsync(1500);
    expect(portal.getState()).toBe(ready);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(discover).toHaveBeenCalledTimes(3);
  });

  test('asks at once for what has changed without a revision, one question after the other', async () => {
    const { portal, refresh } = setUp(ready);
    await portal.start();
    await Promise.all([portal.lookAgain(), portal.lookAgain()]);
    expect(refresh.mock.calls.map(([, parts]) => parts)).toEqual([['snapshot']]);
  });

  test('is tried at once by the button', async () => {
    const { portal } = setUp(failed, ready);
    await portal.start();
    const trying = portal.retry();
    expect(portal.getState()).not.toHaveProperty('retryAt');
    await trying;
    expect(portal.getState()).toBe(ready);
  });

  test('that works from an old snapshot asks until the registry is back', async () => {
    const { portal } = setUp(stale, failed, ready);
    await portal.start();
    expect(portal.getState()).toBe(stale);
    await jest.advanceTimersByTimeAsync(750);
    expect(portal.getState()).toBe(stale);
    await jest.advanceTimersByTimeAsync(1500);
    expect(portal.getState()).toBe(ready);
  });

  test('takes up announced revisions within a second, each once, together where they come together', async () => {
    const { portal, refresh } = setUp(ready);
    await portal.start();
    portal.announce('snapshot', 1);
    portal.announce('config', 'c1');
    await jest.advanceTimersByTimeAsync(1000);
    expect(refresh).not.toHaveBeenCalled();
    portal.announce('snapshot', 2);
    portal.announce('config', 'c2');
    portal.announce('snapshot', 3);
    await jest.advanceTimersByTimeAsync(499);
    expect(refresh).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(refresh.mock.calls.map(([, parts]) => parts)).toEqual([['snapshot', 'config']]);
  });

  test('shows what it has when a refresh fails, and says since when', async () => {
    const { portal, refresh } = setUp(ready);
    await portal.start();
    refresh.mockResolvedValueOnce(failed);
    portal.announce('snapshot', 2);
    await jest.advanceTimersByTimeAsync(500);
    expect(portal.getState()).toMatchObject({ kind: 'ready', snapshot: { revision: 1 }, staleSince: expect.any(String) });
    await jest.advanceTimersByTimeAsync(750);
    expect(portal.getState()).toBe(ready);
  });

  test('drops an answer that comes after the user has signed out', async () => {
    const { portal } = setUp(ready);
    const starting = portal.start();
    portal.signOut();
    await starting;
    expect(portal.getState().kind).toBe('signed-out');
  });

  test('lets what is shown stay when the session has ended by itself, and goes on with the next one', async () => {
    const { portal, refresh } = setUp(ready);
    await portal.start();
    refresh.mockResolvedValueOnce({ kind: 'signed-out', config: publicConfig });
    portal.announce('snapshot', 2);
    await jest.advanceTimersByTimeAsync(500);
    expect(portal.getState()).toEqual({ ...ready, expired: true });
    portal.renew(session);
    expect(portal.getState()).toEqual(ready);
  });
});
