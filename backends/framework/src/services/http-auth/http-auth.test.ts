import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { asProgram, pluginOf, programToken, running, stopAll } from '../../fixtures/running-backend.ts';
import { sessionCookieName, userTokenAudience, userTokenType } from '../../index.ts';

afterEach(stopAll);

interface TokenParts {
  alg?: string;
  typ?: string;
  audience?: string;
  expires?: string;
  key?: CryptoKey | Uint8Array;
  claims?: Record<string, unknown>;
}

let privateKey: CryptoKey;
let foreignKey: CryptoKey;
let publicJwk: JWK;

beforeAll(async () => {
  const [own, foreign] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  privateKey = own.privateKey;
  foreignKey = foreign.privateKey;
  publicJwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
});

function userToken(parts: TokenParts = {}): Promise<string> {
  const claims = parts.claims ?? { ent: ['user:default/ada', 'group:default/team'], roles: ['viewer'] };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: parts.alg ?? 'ES256', typ: parts.typ ?? userTokenType, kid: 'k1' })
    .setSubject('user:default/ada')
    .setAudience(parts.audience ?? userTokenAudience)
    .setIssuedAt()
    .setExpirationTime(parts.expires ?? '1h')
    .sign(parts.key ?? privateKey);
}

const authPlugin = pluginOf('auth', ({ httpRouter }) => {
  httpRouter.addAuthPolicy({ path: '/.well-known/jwks.json', allow: 'unauthenticated' });
  httpRouter.use((_request, response) => void response.json({ keys: [publicJwk] }));
});

const demo = pluginOf('demo', ({ httpRouter, httpAuth }) => {
  httpRouter.addAuthPolicy({ path: '/open', allow: 'unauthenticated' });
  httpRouter.addAuthPolicy({ path: '/browser', allow: 'user-cookie' });
  httpRouter.addAuthPolicy({ path: '/drop', allow: 'anonymous' });
  httpRouter.use((request, response, next) => void (request.path === '/drop' ? response.json('taken') : next()));
  httpRouter.use(async (request, response) => {
    const { principal } = await httpAuth.credentials(request, { allow: ['user', 'service', 'none'] });
    response.json(principal);
  });
});

async function start() {
  const { get, started, log } = await running({ features: [authPlugin, demo] });
  await started;
  return { get, log };
}

const cookieOf = (token: string) => ({ cookie: `theme=dark; ${sessionCookieName}=${token}` });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a route without a policy', () => {
  test('is closed without credentials', async () => {
    const { get } = await start();
    const response = await get('/api/demo/anything');
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  test('takes the session cookie and the bearer token of a user', async () => {
    const { get } = await start();
    const token = await userToken();
    const principals = [
      await get('/api/demo/', { headers: cookieOf(token) }),
      await get('/api/demo/', { headers: bearer(token) }),
    ];
    for (const response of principals) {
      expect(await response.json()).toMatchObject({
        type: 'user',
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: ['user:default/ada', 'group:default/team'],
        roles: ['viewer'],
      });
    }
  });

  test('takes the static token of a program, but not out of a cookie', async () => {
    const { get } = await start();
    const response = await get('/api/demo/', { headers: asProgram });
    expect(await response.json()).toEqual({ type: 'service', subject: 'external:tests', roles: ['portal-admin'] });
    expect((await get('/api/demo/', { headers: cookieOf(programToken) })).status).toBe(401);
  });
});

describe('policies', () => {
  test('open a path to anyone, also to a browser with an outdated session', async () => {
    const { get } = await start();
    const outdated = await userToken({ expires: '-1 minute' });
    const responses = [await get('/api/demo/open/x'), await get('/api/demo/open', { headers: cookieOf(outdated) })];
    for (const response of responses) expect(await response.json()).toEqual({ type: 'none' });
    expect((await get('/api/demo/opener')).status).toBe(401);
  });

  test('open a path without looking who asks: what a browser sends by itself is not taken for a write of another page', async () => {
    const { get } = await start();
    const sent = [{ ...cookieOf(await userToken()), origin: 'https://elsewhere.example' }, { ...cookieOf(await userToken()), 'sec-fetch-site': 'cross-site' }, bearer('wrong')];
    for (const headers of sent) expect((await get('/api/demo/drop', { method: 'POST', headers })).status).toBe(200);
    expect((await get('/api/demo/dropped', { method: 'POST' })).status).toBe(401);
  });

  test('keep programs from what is for browsers', async () => {
    const { get } = await start();
    expect((await get('/api/demo/browser', { headers: cookieOf(await userToken()) })).status).toBe(200);
    const refused = await get('/api/demo/browser', { headers: asProgram });
    expect(await refused.json()).toMatchObject({ error: { code: 'FRAMEWORK_PRINCIPAL_NOT_ALLOWED', name: 'NotAllowedError' } });
  });
});

describe('a write with the session cookie', () => {
  test.each<[Record<string, string>, number]>([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 200],
  ])('sent with %j is answered with %d', async (headers, status) => {
    const { get } = await start();
    const token = await userToken();
    const response = await get('/api/demo/', { method: 'POST', headers: { ...headers, ...cookieOf(token) } });
    expect(response.status).toBe(status);
    expect((await get('/api/demo/open', { method: 'DELETE', headers: { ...headers, ...cookieOf(token) } })).status).toBe(status);
    expect((await get('/api/demo/', { method: 'POST', headers: { ...headers, ...bearer(token) } })).status).toBe(200);
  });
});

describe('a token that is not right', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    sub: 'user:default/ada',
    ent: [],
    roles: ['portal-admin'],
    aud: userTokenAudience,
    iat: 1,
    exp: 9_999_999_999,
  };
  const wrong: Record<string, () => string | Promise<string>> = {
    'of algorithm none': () => `${encode({ alg: 'none', typ: userTokenType })}.${encode(claims)}.`,
    'signed with the public key as a shared secret': () =>
      userToken({ alg: 'HS256', key: new TextEncoder().encode(JSON.stringify(publicJwk).padEnd(32)) }),
    'of a foreign key': () => userToken({ key: foreignKey }),
    expired: () => userToken({ expires: '-1 minute' }),
    'of another type': () => userToken({ typ: 'JWT' }),
    'for another audience': () => userToken({ audience: 'backstage' }),
    'without roles': () => userToken({ claims: { ent: [] } }),
    'of a plugin, signed by somebody': () => userToken({ typ: 'vnd.portico.plugin', audience: 'demo' }),
    'with a header that is null': () => `${encode(null)}.${encode(claims)}.x`,
    empty: () => '',
    'of another scheme': () => 'a b',
    'of a huge size': () => 'a'.repeat(20_000),
  };

  test.each(Object.keys(wrong))('%s: one and the same answer', async kind => {
    const { get } = await start();
    const token = await wrong[kind]?.();
    // Node itself refuses headers above 16 KiB.
    const response = await get('/api/demo/', { headers: bearer(token ?? '') });
    expect([401, 431]).toContain(response.status);
    if (response.status === 401) {
      const { error } = (await response.json()) as { error: { code: string; message: string } };
      expect([error.code, error.message]).toEqual([
        'FRAMEWORK_UNAUTHENTICATED',
        'Expected a signed-in user or a valid token, got neither',
      ]);
    }
  });
});

test('a user token cannot be checked while the auth plugin is down: 503, not 401', async () => {
  const { get, started } = await running({ features: [demo] });
  await started;
  const response = await get('/api/demo/', { headers: bearer(await userToken()) });
  expect(await response.json()).toMatchObject({ error: { code: 'FRAMEWORK_KEYS_UNAVAILABLE' }, response: { statusCode: 503 } });
});

test('a plugin calls another by a token that is good for that one only', async () => {
  let token = '';
  const caller = pluginOf(
    'caller',
    async ({ auth }) => void ({ token } = await auth.getPluginRequestToken({ targetPluginId: 'demo' })),
  );
  const other = pluginOf('other', ({ httpRouter }) => httpRouter.use((_request, response) => void response.json({})));
  const { get, started } = await running({ features: [caller, demo, other] });
  await started;
  expect(await (await get('/api/demo/', { headers: bearer(token) })).json()).toEqual({
    type: 'service',
    subject: 'plugin:caller',
    roles: [],
  });
  expect((await get('/api/other/', { headers: bearer(token) })).status).toBe(401);
});
