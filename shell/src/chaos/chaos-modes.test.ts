import { describe, expect, test } from '@jest/globals';
import { readChaos } from './chaos-modes.ts';

describe('the chaos switches of an address', () => {
  test('name a remote and a mode each, several at once', () => {
    const found = readChaos('?portico-chaos=radar:down,catalog:throw-render&x=1&portico-chaos=home:html');
    expect([...found]).toEqual([['radar', 'down'], ['catalog', 'throw-render'], ['home', 'html']]);
  });

  test('that nobody knows do nothing', () => {
    expect(readChaos('?portico-chaos=radar:explode,radar,:down').size).toBe(0);
  });
});
