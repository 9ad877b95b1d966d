import { describe, expect, test } from '@jest/globals';
import { createSigningKeys } from '@portico/backend-framework';
import type { PublicKey, PublicKeyStore } from '@portico/backend-framework';
import { createSessionTokens } from './session-tokens.ts';
import type { SignedIn } from './session-tokens.ts';

const hourMs = 60 * 60 * 1000;
const lifetimeMs = 8 * hourMs;
const keySignsMs = 24 * hourMs;

const ada: SignedIn = {
  user: { entityRef: 'user:default/ada', displayName: 'Ada', email: 'ada@example.com', ownershipEntityRefs: ['user:default/ada', 'group:default/one'], roles: ['viewer'] },
  provider: 'guest',
  development: false,
};

function keysInMemory(): PublicKeyStore {
  let keys: PublicKey[] = [];
  return {
    add: async key => void keys.unshift(key),
    listAfter: async instant => keys.filter(key => key.expiresAtMs > instant),
    removeBefore: async instant => void (keys = keys.filter(key => key.expiresAtMs >= instant)),
  };
}

function open(store = keysInMemory()) {
  const clock = { ms: Date.UTC(2026, 0, 1) };
  const now = () => clock.ms;
  const keys = createSigningKeys({ store, signsMs: keySignsMs, tokensLiveMs: lifetimeMs, now });
  return { clock, keys, tokens: createSessionTokens({ keys, lifetimeMs, now }) };
}

describe('session tokens', () => {
  test('carry the session from the sign-in to the next visit', async () => {
    const { tokens } = open();
    const { token, session, sessionId } = await tokens.issue(ada);
    expect(session).toEqual({ ...ada, expiresAt: '2026-01-01T08:00:00.000Z' });
    expect(await tokens.read(token)).toEqual({ session, sessionId, signedIn: ada, outdated: false });
  });

  test('are due for renewal in their second half, and worth nothing after it', async () => {
    const { clock, tokens } = open();
    const { token } = await tokens.issue(ada);
    clock.ms += lifetimeMs / 2 + 1000;
    expect(await tokens.read(token)).toMatchObject({ outdated: true });
    clock.ms += lifetimeMs / 2;
    expect(await tokens.read(token)).toBeUndefined();
  });

  test('are due for renewal at once where groups or roles are still unknown', async () => {
    const { tokens } = open();
    const { token } = await tokens.issue({ ...ada, incomplete: true });
    expect(await tokens.read(token)).toMatchObject({ outdated: true });
  });

  test('of one session have its id, those of another sign-in another', async () => {
    const { tokens } = open();
    const first = await tokens.issue(ada);
    const renewed = await tokens.issue(ada, { sessionId: first.sessionId });
    const other = await tokens.issue(ada);
    expect((await tokens.read(renewed.token))?.sessionId).toBe(first.sessionId);
    expect(other.sessionId).not.toBe(first.sessionId);
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
    clock.ms += keySignsMs - hourMs;
    const { token } = await tokens.issue(ada);
    clock.ms += 2 * hourMs;
    const young = await tokens.issue(ada);
    expect((await keys.published()).keys).toHaveLength(2);
    expect(await tokens.read(token)).toMatchObject({ outdated: false });
    expect(await tokens.read(young.token)).toMatchObject({ outdated: false });
    clock.ms += lifetimeMs;
    await keys.published();
    expect((await keys.published()).keys).toHaveLength(1);
  });

  test('of one replica are read by the others', async () => {
    const store = keysInMemory();
    const [first, second] = [open(store), open(store)];
    const [one, two] = await Promise.all([first.tokens.issue(ada), second.tokens.issue(ada)]);
    expect(await second.tokens.read(one.token)).toMatchObject({ outdated: false });
    expect(await first.tokens.read(two.token)).toMatchObject({ outdated: false });
    expect((await first.keys.published()).keys).toEqual((await second.keys.published()).keys);
  });
});
