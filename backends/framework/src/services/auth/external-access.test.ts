import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createConfigReader } from '@portico/config';
import { SignJWT } from 'jose';
import { stopAll } from '../../fixtures/running-backend.ts';
import { makeKeys, tokenPortal } from '../../fixtures/token-portal.ts';
import type { TokenKeys } from '../../fixtures/token-portal.ts';

let keys: TokenKeys;
let issuer: TokenKeys;
let server: Server | undefined;
beforeAll(async () => {
  [keys, issuer] = await Promise.all([makeKeys('k1'), makeKeys('ci-1')]);
});
afterEach(async () => {
  server?.close();
  server = undefined;
  await stopAll();
});

async function issuerUrl(): Promise<string> {
  server = createServer((_request, response) => void response.end(JSON.stringify({ keys: [issuer.publicJwk] })));
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
}

async function portalWith(...externalAccess: Record<string, unknown>[]) {
  return tokenPortal(keys, { data: JSON.parse(JSON.stringify({ backend: { auth: { externalAccess } } })) });
}

function ciToken(claims: Record<string, unknown> = {}, signer = issuer): Promise<string> {
  return new SignJWT({ sub: 'repo:portico', iss: 'https://ci.example', aud: 'portico', ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: String(issuer.publicJwk.kid) })
    .setExpirationTime('5m')
    .sign(signer.privateKey);
}

const ci = (url: string) => ({
  type: 'jwks',
  options: { url, algorithm: 'ES256', issuer: 'https://ci.example', audience: ['portico', 'other'], subjectPrefix: 'ci', roles: ['viewer'] },
});

describe('a token of another issuer', () => {
  test('is accepted by the keys that the issuer publishes, under the prefix of its entry', async () => {
    const portal = await portalWith(ci(await issuerUrl()));
    expect(await (await portal.as(await ciToken())).json()).toEqual({ type: 'service', subject: 'external:ci:repo:portico', roles: ['viewer'] });
  });

  test('is refused for another issuer or audience, without a subject, and of a foreign key', async () => {
    const portal = await portalWith(ci(await issuerUrl()));
    const wrong = [ciToken({ iss: 'https://evil.example' }), ciToken({ aud: 'backstage' }), ciToken({ sub: undefined }), ciToken({}, keys)];
    for (const token of wrong) expect((await portal.as(await token)).status).toBe(401);
  });

  test('cannot be checked while the issuer is away: 503', async () => {
    const url = await issuerUrl();
    server?.close();
    const response = await (await portalWith(ci(url))).as(await ciToken());
    expect(await response.json()).toMatchObject({ error: { code: 'FRAMEWORK_KEYS_UNAVAILABLE' }, response: { statusCode: 503 } });
  });

  test('never by a shared secret', async () => {
    const portal = await portalWith({ type: 'jwks', options: { url: 'http://127.0.0.1:1/', algorithm: 'HS256' } });
    const { plugins } = await portal.started;
    const reason = 'Expected backend.auth.externalAccess to name algorithms of public keys';
    expect(plugins.demo).toMatchObject({ status: 'failed', reason: expect.stringContaining(reason) });
  });
});

describe('accessRestrictions', () => {
  const restricted = (accessRestrictions: unknown[]) =>
    portalWith({ type: 'static', options: { token: 'a-restricted-token', subject: 'ci' }, accessRestrictions });

  test('keep a token from the plugins that they do not name', async () => {
    const portal = await restricted([{ plugin: 'catalog' }]);
    const response = await portal.as('a-restricted-token');
    expect(await response.json()).toMatchObject({
      error: { code: 'FRAMEWORK_TOKEN_RESTRICTED', name: 'NotAllowedError' },
      response: { statusCode: 403 },
    });
    expect(await (await (await restricted([{ plugin: 'demo' }])).as('a-restricted-token')).json()).toEqual({
      type: 'service',
      subject: 'ci',
      roles: [],
    });
  });

  test('tell a plugin which permissions are left', async () => {
    const portal = await restricted([
      { plugin: 'demo', permission: 'demo.read, demo.write' },
      { plugin: 'demo', permissionAttribute: { action: ['read', 'update'] } },
    ]);
    expect(await (await portal.as('a-restricted-token')).json()).toMatchObject({
      restriction: { permissionNames: ['demo.read', 'demo.write'], actions: ['read', 'update'] },
    });
  });

  test('hold for tokens of other issuers too', async () => {
    const portal = await portalWith({ ...ci(await issuerUrl()), accessRestrictions: [{ plugin: 'catalog' }] });
    expect((await portal.as(await ciToken())).status).toBe(403);
  });
});

test('the operator hears that tokens of the type legacy open nothing', async () => {
  const fixed = { type: 'static', options: { token: 'a-static-token', subject: 'ci' } };
  const { log, as } = await portalWith(fixed, { type: 'legacy', options: { secret: 'c2VjcmV0', subject: 'old-ci' } });
  expect((await as('a-static-token')).status).toBe(200);
  const warnings = log.filter(line => line.includes('backend.auth.externalAccess[1] has no effect: tokens of the type legacy'));
  expect(warnings).toHaveLength(1);
});

test('a static token counts from the moment it is in the configuration until it is taken out', async () => {
  const dataWith = (token: string) => ({ backend: { auth: { externalAccess: [{ type: 'static', options: { token, subject: 'ci' } }] } } });
  let change: (token: string) => void = () => undefined;
  const portal = await tokenPortal(keys, {
    data: dataWith('the-first-token'),
    watch(onChange) {
      change = token => onChange({ data: dataWith(token), reader: createConfigReader(dataWith(token)), files: [], schemas: [], unset: [] });
      return () => undefined;
    },
  });
  const statuses = async () => [(await portal.as('the-first-token')).status, (await portal.as('the-second-token')).status];
  expect(await statuses()).toEqual([200, 401]);
  change('the-second-token');
  expect(await statuses()).toEqual([401, 200]);
});
