import { describe, expect, test } from '@jest/globals';
import type { KeyStore, StoredKey } from '../keys/key-store.ts';
import { createSigningKeys, keySignsMs } from '../keys/signing-keys.ts';
import { sessionLifetimeMs } from './session-lifetime.ts';
import { createSessionTokens } from './session-tokens.ts';
import type { SignedIn } from './session-tokens.ts';

const ada: SignedIn = {
  user: { entityRef: 'user:default/ada', displayName: 'Ada', email: 'ada@example.com', ownershipEntityRefs: ['user:default/ada', 'group:default/one'], roles: ['viewer'] },
  provider: 'guest',
  development: false,
};

function keysInMemory(): KeyStore {
  let keys: StoredKey[] = [];
  return {
    add: async key => void keys.unshift(key),
    listSince: async instant => keys.filter(key => key.createdAtMs >= instant),
    removeBefore: async instant => void (keys = keys.filter(key => key.createdAtMs >= instant)),
  };
}

function open(store = keysInMemory()) {
  const clock = { ms: Date.UTC(2026, 0, 1) };
  const keys = createSigningKeys(store, () => clock.ms);
  return { clock, keys, tokens: createSessionTokens(keys, () => clock.ms) };
}

describe('session tokens', () => {
  test('carry the session from the sign-in to the next visit', async () => {
    const { tokens } = open();
    const { token, session } = await tokens.issue(ada);
    expect(session).toEqual({ ...ada, expiresAt: '2026-01-01T08:00:00.000Z' });
    expect(await tokens.read(token)).toEqual({ session, outdated: false });
  });

  test('are due for renewal in their second half, and worth nothing after it', async () => {
    const { clock, tokens } = open();
    const { token } = await tokens.issue(ada);
    clock.ms += sessionLifetimeMs / 2 + 1000;
    expect(await tokens.read(token)).toMatchObject({ outdated: true });
    clock.ms += sessionLifetimeMs / 2;
    expect(await tokens.read(token)).toBeUndefined();
  });

  test('of other keys, changed ones and plain texts are none', async () => {
    const { tokens } = open();
    const foreign = await open().tokens.issue(ada);
    const { token } = await tokens.issue(ada);
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ sub: 'user:default/root', aud: 'portico', iat: 1, exp: 9_999_999_999 })).toString('base64url');
    for (const bad of [foreign.token, `${head}.${claims}.${signature}`, 'nonsense', '']) expect(await tokens.read(bad)).toBeUndefined();
  });

  test('outlive the change of keys', async () => {
    const { clock, keys, tokens } = open();
    await tokens.issue(ada);
    clock.ms += keySignsMs;
    const { token } = await tokens.issue(ada);
    clock.ms += 60 * 60 * 1000;
    const young = await tokens.issue(ada);
    expect((await keys.published()).keys).toHaveLength(2);
    expect(await tokens.read(token)).toMatchObject({ outdated: false });
    expect(young.token.split('.')[0]).not.toBe(token.split('.')[0]);
  });

  test('are proven by public keys only', async () => {
    const { keys } = open();
    const [key] = (await keys.published()).keys;
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });
});
