import { expect, test } from '@jest/globals';
import { retryUrl } from './retry-url.ts';

test.each([
  ['/remotes/radar/1.0.0/assets/entry.js', 0, '/remotes/radar/1.0.0/assets/entry.js'],
  ['/remotes/radar/1.0.0/assets/entry.js', 3, '/remotes/radar/1.0.0/~3/assets/entry.js'],
  ['https://cdn.example/entry.js', 1, 'https://cdn.example/entry.js?attempt=1'],
  ['https://cdn.example/entry.js?v=2', 1, 'https://cdn.example/entry.js?v=2&attempt=1'],
])('%s at attempt %d is %s', (url, attempt, expected) => {
  expect(retryUrl(url, attempt)).toBe(expected);
});
