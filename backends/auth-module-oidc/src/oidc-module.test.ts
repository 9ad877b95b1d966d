import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import { authProvidersExtensionPoint } from '@portico/plugin-auth-node';
import type { RedirectAuthProvider } from '@portico/plugin-auth-node';
import { startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import { signInAtProvider, startOpenIdProvider } from '@portico/test-kit/openid';
import type { OpenIdProvider } from '@portico/test-kit/openid';
import { oidcModule } from './index.ts';

const callbackUrl = 'http://portal.test/api/auth/oidc/handler/frame';
const client = { clientId: 'portal', clientSecret: 'a-secret-of-the-tests', redirectUris: [callbackUrl], postLogoutRedirectUris: ['http://portal.test/'] };
const accounts = {
  ada: { name: 'Ada Lovelace', preferred_username: 'ada', email: 'ada@example.com', email_verified: true },
  bob: { email: 'bob@example.com', email_verified: false },
};

let openId: OpenIdProvider;
beforeAll(async () => {
  openId = await startOpenIdProvider({ client, accounts });
});
afterAll(() => openId.stop());

let backend: TestBackend | undefined;
let oidc: RedirectAuthProvider;

/** Stands for the auth plugin: takes what the module brings. */
async function start(settings: Record<string, string> = {}): Promise<void> {
  const auth = createBackendPlugin({
    pluginId: 'auth',
    register(environment) {
      let create: ((metadataUrl: string) => RedirectAuthProvider) | undefined;
      environment.registerExtensionPoint(authProvidersExtensionPoint, {
        registerProvider: declaration => {
          expect(declaration.providerId).toBe('oidc');
          create = () => declaration.create({ config: config.getConfig('oidc'), logger, callbackUrl }) as RedirectAuthProvider;
        },
        registerResolver: () => undefined,
      });
      let config: Parameters<NonNullable<typeof coreServices.rootConfig.T>['subscribe']>[0] extends (reader: infer R) => void ? R : never;
      let logger: NonNullable<typeof coreServices.logger.T>;
      environment.registerInit({
        deps: { config: coreServices.rootConfig, logger: coreServices.logger },
        init(services) {
          ({ config, logger } = services);
          if (create) oidc = create(openId.metadataUrl);
        },
      });
    },
  });
  const oidcConfig = { metadataUrl: openId.metadataUrl, clientId: client.clientId, clientSecret: client.clientSecret, ...settings };
  backend = await startTestBackend({ features: [auth, oidcModule], config: { oidc: oidcConfig } });
}

beforeEach(() => start());
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

async function signIn(account = 'ada') {
  const { url, kept } = await oidc.start('state-of-the-test');
  const callback = await signInAtProvider(url, account);
  return { callback, kept, finish: (changed: Record<string, string> = {}, at = callback) => oidc.finish(at, { ...kept, ...changed }) };
}

const changed = (url: URL, name: string, value: string) => {
  const copy = new URL(url);
  copy.searchParams.set(name, value);
  return copy;
};

describe('a sign-in by OpenID Connect', () => {
  test('asks with PKCE, state and nonce, and gives the account with its profile', async () => {
    const { url } = await oidc.start('state-of-the-test');
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      response_type: 'code',
      client_id: 'portal',
      redirect_uri: callbackUrl,
      scope: 'openid profile email',
      state: 'state-of-the-test',
      nonce: expect.any(String),
      code_challenge: expect.any(String),
      code_challenge_method: 'S256',
    });
    const { finish } = await signIn();
    expect(await finish()).toEqual({
      profile: { subject: 'ada', displayName: 'Ada Lovelace', username: 'ada', email: 'ada@example.com', emailVerified: true },
      renewal: expect.any(String),
      renews: true,
    });
    expect((await (await signIn('bob')).finish()).profile).toEqual({ subject: 'bob', email: 'bob@example.com', emailVerified: false });
  });

  const refused = { code: 'AUTH_PROVIDER_REFUSED' };
  test('with another state, nonce or verifier is refused', async () => {
    for (const wrong of [{ state: 'another' }, { nonce: 'another' }, { verifier: 'another'.repeat(8) }]) {
      const { finish } = await signIn();
      await expect(finish(wrong)).rejects.toMatchObject(refused);
    }
  });

  test('with a code that was used, or made up, or of another provider is refused', async () => {
    const { callback, finish } = await signIn();
    await finish();
    await expect(finish()).rejects.toMatchObject(refused);
    await expect((await signIn()).finish({}, changed(callback, 'code', 'made-up'))).rejects.toMatchObject(refused);
    const other = await signIn();
    await expect(other.finish({}, changed(other.callback, 'iss', 'https://evil.example'))).rejects.toMatchObject(refused);
  });

  test('that the user broke off is refused with the reason', async () => {
    const { callback, finish } = await signIn();
    const broken = changed(changed(callback, 'error', 'access_denied'), 'error_description', 'The user said no');
    broken.searchParams.delete('code');
    await expect(finish({}, broken)).rejects.toThrow('got access_denied: The user said no');
  });

  test('goes on after the provider has changed its keys', async () => {
    await (await signIn()).finish();
    await openId.rotateKeys();
    expect((await (await signIn()).finish()).profile.subject).toBe('ada');
  });

  test('with a wrong secret of the portal is a fault of the settings, not of the account', async () => {
    await backend?.stop();
    await start({ clientSecret: 'another-secret' });
    await expect((await signIn()).finish()).rejects.toMatchObject({ code: 'AUTH_PROVIDER_DOWN' });
  });
});

describe('a session', () => {
  test('is renewed as long as the account may go on, each time with a new token of the provider', async () => {
    const first = await (await signIn()).finish();
    const second = await oidc.refresh?.(first.renewal ?? '');
    expect(second).toMatchObject({ profile: { subject: 'ada', email: 'ada@example.com' }, renews: true });
    expect(second?.renewal).not.toBe(first.renewal);
    expect(await oidc.refresh?.(second?.renewal ?? '')).toMatchObject({ profile: { subject: 'ada' } });
    await expect(oidc.refresh?.(first.renewal ?? '')).rejects.toMatchObject({ code: 'AUTH_PROVIDER_REFUSED' });
  });

  test('ends at the provider too, and the browser comes back', async () => {
    const { renewal } = await (await signIn()).finish();
    const url = new URL((await oidc.endSessionUrl?.(renewal, 'http://portal.test/')) ?? '');
    expect(url.href.startsWith(`${openId.issuer}/session/end?`)).toBe(true);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'portal',
      post_logout_redirect_uri: 'http://portal.test/',
      id_token_hint: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    expect((await fetch(url)).status).toBe(200);
  });
});

describe('a provider that is down', () => {
  test('keeps nobody from starting a portal, and works once it is up', async () => {
    await backend?.stop();
    await openId.pause();
    try {
      await start();
      expect(backend?.plugins.auth?.status).toBe('ok');
      await expect(oidc.start('s')).rejects.toMatchObject({ code: 'AUTH_PROVIDER_DOWN', name: 'ServiceUnavailableError' });
    } finally {
      await openId.resume();
    }
    expect((await (await signIn()).finish()).profile.subject).toBe('ada');
  });

  test('is noticed before the browser is sent there, however lately it answered', async () => {
    await (await signIn()).finish();
    await openId.pause();
    try {
      await expect(oidc.start('s')).rejects.toMatchObject({ code: 'AUTH_PROVIDER_DOWN' });
    } finally {
      await openId.resume();
    }
  });

  test('ends no session: that can be told from a refusal', async () => {
    const { renewal } = await (await signIn()).finish();
    await openId.pause();
    try {
      await expect(oidc.refresh?.(renewal ?? '')).rejects.toMatchObject({ code: 'AUTH_PROVIDER_DOWN' });
    } finally {
      await openId.resume();
    }
  });
});
