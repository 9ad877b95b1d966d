import { describe, expect, test } from '@jest/globals';
import { localNetwork } from './local-network.ts';

const build = 'http://localhost:3010';

/** A page at a host of a browser that knows these permissions. */
function page(hostname: string, states: Readonly<Record<string, string>>, isSecureContext = true) {
  const asked: string[] = [];
  const query = async ({ name }: { name: never }) => {
    asked.push(name);
    if (!(name in states)) throw new TypeError(`The provided value '${String(name)}' is not a valid enum value`);
    return { state: states[name] ?? '' };
  };
  return { asked, location: { hostname }, isSecureContext, navigator: { permissions: { query } } };
}

describe("the browser's permission for local networks", () => {
  test.each([
    ['prompt', 'asks'],
    ['granted', 'open'],
    ['denied', 'blocked'],
  ])('is %s to a public portal: %s', async (state, expected) => {
    expect(await localNetwork(build, page('portal.example', { 'local-network-access': state }))).toBe(expected);
  });

  test('has names of its own for this machine and for the network, of late', async () => {
    const both = { 'loopback-network': 'denied', 'local-network': 'granted', 'local-network-access': 'prompt' };
    expect(await localNetwork('http://127.0.0.1:1', page('portal.example', both))).toBe('blocked');
    expect(await localNetwork('http://192.168.1.7:1', page('portal.example', both))).toBe('open');
  });

  test('is never given to a page without https', async () => {
    expect(await localNetwork(build, page('portal.example', { 'local-network-access': 'prompt' }, false))).toBe('insecure');
  });

  test('is not asked for where nobody needs it', async () => {
    const states = { 'local-network-access': 'prompt' };
    for (const [hostname, origin] of [['localhost', build], ['127.0.0.1', build], ['portico.localhost', build], ['portal.example', 'https://builds.example']] as const) {
      const surroundings = page(hostname, states);
      expect(await localNetwork(origin, surroundings)).toBe('open');
      expect(surroundings.asked).toEqual([]);
    }
  });

  test('is unknown to other browsers', async () => {
    expect(await localNetwork(build, page('portal.example', {}))).toBe('open');
    expect(await localNetwork(build, { location: { hostname: 'portal.example' }, isSecureContext: true, navigator: {} })).toBe('open');
  });
});
