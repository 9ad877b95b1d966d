import { describe, expect, jest, test } from '@jest/globals';
import { createError, loaderErrors } from '@portico/errors';
import { createRetry } from './retrying.ts';

const missing = () => createError(loaderErrors.ENTRY_UNREACHABLE, { url: '/x' });

describe('a retry', () => {
  test('asks again for what did not arrive, twice, with growing pauses', async () => {
    jest.useFakeTimers();
    const attempt = jest.fn(async () => Promise.reject<string>(missing()));
    const outcome = createRetry(() => 0)(attempt).catch((error: { code: string }) => error.code);
    await jest.advanceTimersByTimeAsync(399);
    expect(attempt).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(attempt).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1_600);
    expect(attempt).toHaveBeenCalledTimes(3);
    expect(await outcome).toBe('LOADER_ENTRY_UNREACHABLE');
    jest.useRealTimers();
  });

  test('gives what a later attempt gives', async () => {
    const attempt = jest.fn<() => Promise<string>>().mockRejectedValueOnce(missing()).mockResolvedValue('there');
    expect(await createRetry(() => 1)(attempt)).toBe('there');
  });

  test('does not repeat what would fail again, nor spend a budget twice', async () => {
    for (const definition of [loaderErrors.ENTRY_BROKEN, loaderErrors.ENTRY_LATE, loaderErrors.INTEGRITY_MISSING]) {
      const attempt = jest.fn(async () => Promise.reject<string>(createError(definition)));
      await expect(createRetry(() => 0)(attempt)).rejects.toMatchObject({ code: definition.code });
      expect(attempt).toHaveBeenCalledTimes(1);
    }
  });
});
