import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSigningKeys, openSqlite, runMigrations } from '@portico/backend-framework';
import type { LoggerService } from '@portico/backend-framework';
import { authErrors, createError } from '@portico/errors';
import type { SignInProfile } from '@portico/plugin-auth-node';
import type { Knex } from 'knex';
import { createKeyStore } from '../keys/key-store.ts';
import { migrations } from '../migrations/migrations.ts';
import { createRenewalStore } from '../sessions/renewal-store.ts';
import { createRevocationStore } from '../sessions/revocation-store.ts';
import { createSessionTokens } from '../sessions/session-tokens.ts';
import type { ConfiguredProvider } from './configured-providers.ts';
import { createSignInService } from './sign-in-service.ts';

const lifetimeMs = 60 * 60 * 1000;
const logger: LoggerService = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined, child: () => logger };
const profile: SignInProfile = { subject: '1', username: 'ada' };

let directory: string;
let knex: Knex;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'portico-sign-in-'));
  knex = await openSqlite(join(directory, 'auth.sqlite'));
  await runMigrations({ knex, pluginId: 'auth', migrations });
});
afterEach(async () => {
  await knex.destroy();
  await rm(directory, { recursive: true });
});

/** A service with a provider that renews; `replica` is a second one on the same database. */
function setUp() {
  const clock = { ms: Date.now() };
  const asked: string[] = [];
  let answer: () => Promise<SignInProfile> = async () => profile;
  const provider: ConfiguredProvider = {
    id: 'made-up',
    resolvers: [],
    provider: {
      kind: 'redirect',
      title: 'Made up',
      start: async () => ({ url: '', kept: {} }),
      finish: async () => ({ profile }),
      async refresh(renewal) {
        asked.push(renewal);
        return { profile: await answer(), renewal: `${renewal}+`, renews: true };
      },
    },
  };
  let revoked = 0;
  function service() {
    const now = () => clock.ms;
    const keys = createSigningKeys({ store: createKeyStore(knex, 'regular'), signsMs: 24 * lifetimeMs, tokensLiveMs: lifetimeMs, now });
    const named = ({ username = '' }: SignInProfile) => {
      const ref = `user:default/${username}`;
      return { user: { entityRef: ref, displayName: username, ownershipEntityRefs: [ref], roles: [] }, provider: 'made-up', development: false };
    };
    return createSignInService({
      tokens: createSessionTokens({ keys, lifetimeMs, now }),
      identities: { resolve: async (_configured, found) => named(found), complete: async signedIn => signedIn },
      revocations: createRevocationStore(knex),
      renewals: createRenewalStore(knex, now),
      providers: new Map([['made-up', provider]]),
      guest: undefined,
      lifetimeMs,
      logger,
      onRevoked: () => void (revoked += 1),
    });
  }
  const [first, replica] = [service(), service()];
  const answerWith = (next: typeof answer) => void (answer = next);
  const signIn = async () => {
    const { token, renewalSecret } = await first.signIn(provider, { profile, renewal: 'r', renews: true });
    return { token, renewalSecret };
  };
  return { clock, asked, first, replica, signIn, answerWith, revoked: () => revoked };
}

describe('a session whose provider renews it', () => {
  test('goes on in its second half, under the same id, with what the provider gave last', async () => {
    const { clock, asked, first, signIn } = setUp();
    const secrets = await signIn();
    expect((await first.visit(secrets))?.token).toBeUndefined();
    clock.ms += lifetimeMs * 0.6;
    const second = await first.visit(secrets);
    expect(Date.parse(second?.session.expiresAt ?? '')).toBeGreaterThan(clock.ms + lifetimeMs * 0.9);
    clock.ms += lifetimeMs * 0.6;
    const third = await first.visit({ ...secrets, token: second?.token });
    expect([third?.known.sessionId === second?.known.sessionId, asked]).toEqual([true, ['r', 'r+']]);
  });

  test('asks the provider once, however many visits come together at several replicas', async () => {
    const { clock, asked, first, replica, signIn } = setUp();
    const secrets = await signIn();
    clock.ms += lifetimeMs * 0.6;
    const visits = await Promise.all([first, replica, first, replica].map(service => service.visit(secrets)));
    expect([visits.every(visit => visit !== undefined), asked]).toEqual([true, ['r']]);
    expect(visits.filter(visit => visit?.token !== undefined)).toHaveLength(1);
  });

  test('stays as it is while the provider is down, until its end', async () => {
    const { clock, first, signIn, answerWith } = setUp();
    const secrets = await signIn();
    answerWith(() => Promise.reject(createError(authErrors.PROVIDER_DOWN, { provider: 'Made up' })));
    clock.ms += lifetimeMs * 0.6;
    expect((await first.visit(secrets))?.token).toBeUndefined();
    answerWith(async () => profile);
    expect((await first.visit(secrets))?.token).toBeDefined();
    answerWith(() => Promise.reject(createError(authErrors.PROVIDER_DOWN, { provider: 'Made up' })));
    clock.ms += lifetimeMs;
    expect(await first.visit(secrets)).toBeUndefined();
  });

  test.each<[string, () => Promise<SignInProfile>]>([
    ['the provider refuses to go on', () => Promise.reject(createError(authErrors.PROVIDER_REFUSED, { provider: 'Made up', reason: 'no' }))],
    ['the account has become another', async () => ({ ...profile, username: 'eve' })],
  ])('ends at once when %s', async (_what, answer) => {
    const { clock, first, replica, signIn, answerWith, revoked } = setUp();
    const secrets = await signIn();
    clock.ms += lifetimeMs * 0.6;
    answerWith(answer);
    expect([await first.visit(secrets), await replica.visit(secrets), revoked()]).toEqual([undefined, undefined, 1]);
  });

  test('is not renewed without the secret of its browser', async () => {
    const { clock, asked, first, signIn } = setUp();
    const secrets = await signIn();
    clock.ms += lifetimeMs * 0.6;
    for (const renewalSecret of [undefined, 'another']) {
      clock.ms += 60_000;
      const visit = await first.visit({ ...secrets, renewalSecret });
      expect([visit === undefined, visit?.token]).toEqual([false, undefined]);
    }
    expect(asked).toEqual([]);
  });
});

test('what a provider gave is not to be read in the database', async () => {
  const { signIn } = setUp();
  const { renewalSecret = '' } = await signIn();
  const [row] = (await knex('renewals')) as { sealed: string }[];
  expect(JSON.stringify(row)).not.toContain(renewalSecret);
  expect(Buffer.from(row?.sealed ?? '', 'base64').toString('latin1')).not.toContain('made-up');
});
