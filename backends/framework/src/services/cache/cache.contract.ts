import { expect, test } from '@jest/globals';
import type { CacheService } from './cache-service.ts';

/** Two plugins' caches over one store, each seen from two processes where the store is shared. */
export interface CachesUnderTest {
  readonly left: CacheService;
  readonly right: CacheService;
  /** `left` as another replica sees it; the same one where nothing is shared. */
  readonly leftElsewhere: CacheService;
}

/** What every cache does, whatever store is behind it. */
export function describeCacheContract(open: () => Promise<CachesUnderTest>): void {
  test('gives back what was set, as a copy, until it is deleted', async () => {
    const { left, leftElsewhere } = await open();
    const value = { list: [1], text: 'ä\n"', nothing: null };
    await left.set('a', value);
    value.list.push(2);
    expect(await leftElsewhere.get('a')).toEqual({ list: [1], text: 'ä\n"', nothing: null });
    await left.delete('a');
    expect(await leftElsewhere.get('a')).toBeUndefined();
  });

  test('gives many in the order that was asked for', async () => {
    const { left } = await open();
    await Promise.all([left.set('a', 1), left.set('b', false), left.set('c', '')]);
    expect(await left.getMany(['c', 'x', 'a', 'b', 'a'])).toEqual(['', undefined, 1, false, 1]);
    expect(await left.getMany([])).toEqual([]);
  });

  test('takes keys of any length and of any characters', async () => {
    const { left } = await open();
    const keys = ['k'.repeat(199), `${'k'.repeat(300)}1`, `${'k'.repeat(300)}2`, 'with blanks and\nlines', '#hash', 'a*b?[c]', 'ключ', 'e:a'];
    await Promise.all(keys.map((key, index) => left.set(key, index)));
    expect(await left.getMany(keys)).toEqual(keys.map((_key, index) => index));
  });

  test('plugins do not see and do not clear each other, not even with like names', async () => {
    const { left, right, leftElsewhere } = await open();
    await Promise.all([left.set('a', 1), right.set('a', 2)]);
    await leftElsewhere.clear();
    expect([await left.get('a'), await right.get('a')]).toEqual([undefined, 2]);
    await left.set('a', 3);
    expect(await leftElsewhere.get('a')).toBe(3);
  });

  test('an entry whose time is up is gone, to the millisecond', async () => {
    const { left } = await open();
    await left.set('short', 1, { ttlMs: 30 });
    await left.set('long', 2, { ttlMs: 60 * 86_400_000 });
    const endsAt = Date.now() + 60;
    while (Date.now() < endsAt) await new Promise(setImmediate);
    expect(await left.getMany(['short', 'long'])).toEqual([undefined, 2]);
  });

  test('takes another default time for entries, which a time of their own goes before', async () => {
    const { left } = await open();
    const brief = left.withOptions({ defaultTtl: { milliseconds: 30 } });
    await brief.set('brief', 1);
    await brief.set('own', 2, { ttl: { hours: 1 } });
    await brief.withOptions({ defaultTtl: 3_600_000 }).set('longer', 3);
    const endsAt = Date.now() + 60;
    while (Date.now() < endsAt) await new Promise(setImmediate);
    expect(await left.getMany(['brief', 'own', 'longer'])).toEqual([undefined, 2, 3]);
  });

  test('setting nothing forgets', async () => {
    const { left } = await open();
    await left.set('a', 1);
    await left.set('a', undefined);
    expect(await left.get('a')).toBeUndefined();
  });

  test('an entry that is too large for the store is not kept, and neither is its forerunner', async () => {
    const { left } = await open();
    await left.set('a', 'small');
    await left.set('a', 'x'.repeat(2_000_000));
    expect(['x'.repeat(2_000_000), undefined]).toContainEqual(await left.get('a'));
    await left.set('a', 'small again');
    expect(await left.get('a')).toBe('small again');
  });

  test('counts what it does', async () => {
    const { left } = await open();
    const before = left.statistics();
    await left.set('a', 1);
    await left.getMany(['a', 'b', 'c']);
    const after = left.statistics();
    expect(after).toEqual({ hits: before.hits + 1, misses: before.misses + 2, sets: before.sets + 1, errors: before.errors });
  });
}
