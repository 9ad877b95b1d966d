import { describe, expect, test } from '@jest/globals';
import { bucketOf, buckets } from './bucket.ts';

const ids = Array.from({ length: 10_000 }, (_, index) => `user:default/user-${index}`);

describe('the bucket of a user', () => {
  // Worked out with another implementation of SHA-256.
  test.each([
    ['tech-radar', 'user:default/ada', 1080],
    ['tech-radar', 'user:default/bob', 2010],
    ['catalog', 'user:default/ada', 9112],
  ])('with salt %s of %s is %i', (salt, id, bucket) => {
    expect(bucketOf(salt, id)).toBe(bucket);
  });

  test.each([1, 10, 50])('puts %i percent of 10,000 users into such a share', percent => {
    const inside = ids.filter(id => bucketOf('tech-radar', id) < (percent / 100) * buckets).length;
    // Four standard deviations of a binomial distribution.
    const spread = 4 * Math.sqrt(10_000 * (percent / 100) * (1 - percent / 100));
    expect(Math.abs(inside - percent * 100)).toBeLessThan(spread);
  });

  test('does not depend on the salt of another remote', () => {
    const first = new Set(ids.filter(id => bucketOf('tech-radar', id) < 1000));
    const both = ids.filter(id => first.has(id) && bucketOf('catalog', id) < 1000).length;
    expect(both).toBeGreaterThan(50);
    expect(both).toBeLessThan(160);
  });
});
