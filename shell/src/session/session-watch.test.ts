import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Session } from '@portico/contracts';
import type { Read } from '../discovery/read-endpoints.ts';
import { session } from '../fixtures/answers.ts';
import { fakePortal, readyWith } from '../fixtures/render-shell.tsx';
import { createSessionWatch } from './session-watch.ts';

type Answer = Read<Session> | 'down';
const there: Answer = { kind: 'value', value: session };

function setUp(answer: Answer, expiresAt = session.expiresAt) {
  const portal = fakePortal({ ...readyWith([]), session: { ...session, expiresAt } } as ReturnType<typeof readyWith>);
  const server = { answer };
  const readSession = jest.fn(async () => {
    if (server.answer === 'down') throw new TypeError('Failed to fetch');
    return server.answer;
  });
  const reload = jest.fn();
  return { portal, server, readSession, reload, watch: createSessionWatch({ portal, readSession, now: () => Date.now(), reload }) };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('the watch over the session', () => {
  test('lets the page stay when the session has ended, until the same user is back', async () => {
    const { portal, server, watch } = setUp({ kind: 'signed-out' });
    expect(await watch.check()).toBe('ended');
    expect(portal.getState()).toMatchObject({ kind: 'ready', expired: true });
    const restored = watch.restored();
    server.answer = there;
    expect(await watch.check()).toBe('there');
    await restored;
    expect(portal.getState()).not.toHaveProperty('expired');
  });

  test('begins anew when somebody else has signed in', async () => {
    const { reload, watch } = setUp({ kind: 'value', value: { ...session, user: { ...session.user, entityRef: 'user:default/bob' } } });
    await watch.check();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('takes a portal that cannot be asked for one that has the session', async () => {
    const { portal, watch } = setUp('down');
    expect(await watch.check()).toBe('there');
    expect(portal.getState()).not.toHaveProperty('expired');
  });

  test('looks in the middle of the time that is left, so that the session is renewed', async () => {
    const hourMs = 3_600_000;
    const { portal, server, readSession, watch } = setUp(there, new Date(Date.now() + 8 * hourMs).toISOString());
    watch.start();
    await jest.advanceTimersByTimeAsync(4 * hourMs - 1);
    expect(readSession).not.toHaveBeenCalled();
    const expiresAt = new Date(Date.now() + 8 * hourMs).toISOString();
    server.answer = { kind: 'value', value: { ...session, expiresAt } };
    await jest.advanceTimersByTimeAsync(2);
    expect(readSession).toHaveBeenCalledTimes(1);
    expect(portal.getState()).toMatchObject({ session: { expiresAt } });
  });

  test('looks when the session should end', async () => {
    const { portal, readSession, watch } = setUp({ kind: 'signed-out' }, new Date(Date.now() + 60_000).toISOString());
    watch.start();
    await jest.advanceTimersByTimeAsync(59_000);
    expect(readSession).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(readSession).toHaveBeenCalledTimes(1);
    expect(portal.getState()).toMatchObject({ expired: true });
  });
});
