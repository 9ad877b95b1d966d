import { describe, expect, jest, test } from '@jest/globals';
import { createError, loaderErrors } from '@portico/errors';
import { chance } from '../fixtures/chance.ts';
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

  test('of two thousand browsers comes at moments that are spread evenly over the later half of each pause', async () => {
    const browsers = 2_000;
    const pauses: number[][] = [[], []];
    let waited: number[] = [];
    const timer = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void, ms: number) => {
      waited.push(ms);
      done();
    }) as never);
    const random = chance();
    const fails = () => Promise.reject<string>(missing());
    for (let browser = 0; browser < browsers; browser += 1) {
      waited = [];
      await createRetry(random)(fails).catch(() => undefined);
      waited.forEach((ms, index) => pauses[index]?.push(ms));
    }
    timer.mockRestore();

    for (const [index, full] of [400, 1_600].entries()) {
      const own = pauses[index] ?? [];
      expect(own).toHaveLength(browsers);
      const tenths = new Map<number, number>();
      for (const ms of own) {
        const tenth = Math.floor((ms / full) * 20);
        tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
      }
      expect([...tenths.keys()].sort((left, right) => left - right)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
      for (const count of tenths.values()) expect(Math.abs(count - browsers / 10)).toBeLessThan(browsers / 50);
    }
  });
});
