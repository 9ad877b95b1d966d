import { describe, expect, test } from '@jest/globals';
import { startTimeLimit } from './time-limit.ts';

function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(signal.reason)));
}

describe('a time limit', () => {
  test('aborts when the time is up', async () => {
    const limit = startTimeLimit(1);
    expect(await aborted(limit.signal)).toMatchObject({ name: 'TimeoutError' });
    expect(limit.isOver).toBe(true);
  });

  test('aborts together with the other signal, and for its reason', async () => {
    const other = new AbortController();
    const limit = startTimeLimit(60_000, other.signal);
    const reason = aborted(limit.signal);
    other.abort('stop');
    expect(await reason).toBe('stop');
    expect(limit.isOver).toBe(false);
    limit.end();
  });

  test('is over at once when the other signal already was', () => {
    const limit = startTimeLimit(60_000, AbortSignal.abort('before'));
    expect(limit.signal.reason).toBe('before');
    limit.end();
  });

  test('that was ended aborts no more', () => {
    const other = new AbortController();
    const limit = startTimeLimit(60_000, other.signal);
    limit.end();
    other.abort();
    expect(limit.signal.aborted).toBe(false);
  });
});
