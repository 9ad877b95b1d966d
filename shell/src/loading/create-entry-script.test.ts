import { expect, test } from '@jest/globals';
import { digest } from '../fixtures/remotes.ts';
import { createEntryScript } from './create-entry-script.ts';

test('the script of an entry carries digest, nonce and a time limit', () => {
  const { script, timeout } = createEntryScript({ url: '/remotes/a/1.0.0/remoteEntry.js', integrity: digest, nonce: 'n' });
  expect(script.getAttribute('src')).toBe('/remotes/a/1.0.0/remoteEntry.js');
  expect(script.integrity ?? script.getAttribute('integrity')).toBe(digest);
  expect(script.crossOrigin).toBe('anonymous');
  expect(script.nonce).toBe('n');
  expect(timeout).toBe(10_000);
});
