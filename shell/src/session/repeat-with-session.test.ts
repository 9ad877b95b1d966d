import { describe, expect, jest, test } from '@jest/globals';
import { repeatWithSession } from './repeat-with-session.ts';

const refused = { status: 401, url: '' } as Response;
const fine = { status: 200, url: '' } as Response;

function setUp(state: 'there' | 'ended', response = refused) {
  let restore: () => void = () => undefined;
  const restored = new Promise<void>(resolve => (restore = resolve));
  const repeat = jest.fn(async () => fine);
  const ask = (init?: RequestInit, input: string | Request = '/api/x') =>
    repeatWithSession({ response, input, init, repeat }, { check: async () => state, restored: () => restored });
  return { ask, repeat, restore: () => restore() };
}

describe('a request that was answered with 401', () => {
  test('waits for the next sign-in, then is repeated, also one that writes', async () => {
    const { ask, repeat, restore } = setUp('ended');
    const asking = ask({ method: 'POST', body: '{}' });
    await Promise.resolve();
    expect(repeat).not.toHaveBeenCalled();
    restore();
    expect(await asking).toBe(fine);
  });

  test('waits no longer than whoever asked', async () => {
    const { ask, repeat } = setUp('ended');
    const controller = new AbortController();
    const asking = ask({ signal: controller.signal });
    await Promise.resolve();
    await Promise.resolve();
    controller.abort();
    await asking;
    expect(repeat).toHaveBeenCalledTimes(1);
  });

  test('is repeated once if it only reads and there is a session', async () => {
    expect(await setUp('there').ask()).toBe(fine);
    expect(await setUp('there').ask({ method: 'DELETE' })).toBe(refused);
  });

  test('stays as it is from another origin, and with a body that can be read only once', async () => {
    const elsewhere = { status: 401, url: 'https://elsewhere.example/' } as Response;
    expect(await setUp('ended', elsewhere).ask()).toBe(elsewhere);
    expect(await setUp('ended').ask(undefined, { method: 'POST' } as Request)).toBe(refused);
  });
});
