import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import { authProvidersExtensionPoint } from '@portico/plugin-auth-node';
import type { AuthProviderDeclaration, HeaderAuthProvider } from '@portico/plugin-auth-node';
import { mockCredentials, startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { proxyHeaderModule } from './index.ts';

let proxyKey: CryptoKey;
let foreignKey: CryptoKey;
let published: JWK[];
let server: Server;
let jwksUrl: string;
beforeAll(async () => {
  const [own, foreign] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  proxyKey = own.privateKey;
  foreignKey = foreign.privateKey;
  published = [{ ...(await exportJWK(own.publicKey)), kid: 'p1', alg: 'ES256', use: 'sig' }];
  server = createServer((_request, response) => void response.end(JSON.stringify({ keys: published })));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

let backend: TestBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

const settings = () => ({ header: 'X-Proxy-Assertion', jwksUrl, issuer: 'https://proxy.example', audience: 'portal' });

/** Stands for the auth plugin: answers with the account of each request. */
async function start(config: Record<string, string> = settings()) {
  const auth = createBackendPlugin({
    pluginId: 'auth',
    register(environment) {
      let declaration: AuthProviderDeclaration | undefined;
      environment.registerExtensionPoint(authProvidersExtensionPoint, {
        registerProvider: declared => void (declaration = declared),
        registerResolver: () => undefined,
      });
      environment.registerInit({
        deps: { config: coreServices.rootConfig, httpRouter: coreServices.httpRouter, logger: coreServices.logger },
        init({ config: root, httpRouter, logger }) {
          expect(declaration?.providerId).toBe('proxyHeader');
          const context = { config: root.getConfig('proxyHeader'), logger, callbackUrl: '' };
          const provider = declaration?.create(context) as HeaderAuthProvider;
          httpRouter.use(async (request, response) => void response.json(await provider.identify(request)));
        },
      });
    },
  });
  backend = await startTestBackend({ features: [auth, proxyHeaderModule], config: { proxyHeader: config } });
  const { fetch } = backend;
  return (headers: [string, string][]) => {
    const sent = new Headers(headers);
    return fetch('/api/auth/', { headers: sent, as: mockCredentials.user() });
  };
}

const now = () => Math.floor(Date.now() / 1000);
function assertion(claims: Record<string, unknown> = {}, key = proxyKey): Promise<string> {
  const usual = { sub: 'accounts:42', email: 'ada@example.com', name: 'Ada', iss: 'https://proxy.example', aud: 'portal', iat: now(), exp: now() + 300 };
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'ES256', kid: 'p1' }).sign(key);
}

describe('a proxy that signs who the user is', () => {
  test('is believed, with or without "Bearer"', async () => {
    const identify = await start();
    const token = await assertion();
    for (const value of [token, `Bearer ${token}`]) {
      const response = await identify([['x-proxy-assertion', value]]);
      expect(await response.json()).toEqual({ profile: { subject: 'accounts:42', email: 'ada@example.com', displayName: 'Ada' } });
    }
  });

  test.each<[string, () => Promise<[string, string][]>]>([
    ['without the header', async () => []],
    ['with a bare name in the header', async () => [['x-proxy-assertion', 'ada@example.com']]],
    ['with names in headers of other proxies', async () => [['x-forwarded-user', 'ada'], ['x-auth-request-email', 'ada@example.com']]],
    ['with two assertions', async () => [['x-proxy-assertion', await assertion()], ['x-proxy-assertion', await assertion()]]],
    ['signed by another', async () => [['x-proxy-assertion', await assertion({}, foreignKey)]]],
    ['for another audience', async () => [['x-proxy-assertion', await assertion({ aud: 'another' })]]],
    ['of another issuer', async () => [['x-proxy-assertion', await assertion({ iss: 'https://evil.example' })]]],
    ['expired', async () => [['x-proxy-assertion', await assertion({ exp: now() - 60 })]]],
    ['without a subject', async () => [['x-proxy-assertion', await assertion({ sub: undefined })]]],
    ['without an end', async () => [['x-proxy-assertion', await assertion({ exp: undefined })]]],
    ['that is too long', async () => [['x-proxy-assertion', 'a'.repeat(9_000)]]],
  ])('brings nobody in %s', async (_what, headers) => {
    const response = await (await start())(await headers());
    expect(await response.json()).toMatchObject({ error: { code: 'AUTH_PROVIDER_REFUSED', name: 'AuthenticationError' } });
  });

  test('cannot be believed while its keys are away: 503', async () => {
    const identify = await start({ ...settings(), jwksUrl: 'http://127.0.0.1:1/keys' });
    expect((await identify([['x-proxy-assertion', await assertion()]])).status).toBe(503);
  });

  test('is refused at the start without issuer, audience or keys', async () => {
    for (const missing of ['issuer', 'audience', 'jwksUrl', 'header']) {
      const { [missing]: _left, ...rest } = settings() as Record<string, string>;
      await start(rest);
      expect(backend?.plugins.auth).toMatchObject({ status: 'failed', reason: expect.stringContaining(`proxyHeader.${missing}`) });
      await backend?.stop();
      backend = undefined;
    }
  });
});
