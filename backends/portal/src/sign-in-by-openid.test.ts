import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import authPlugin from '@portico/plugin-auth-backend';
import oidcModule from '@portico/plugin-auth-backend-module-oidc';
import catalogPlugin from '@portico/plugin-catalog-backend';
import permissionPlugin from '@portico/plugin-permission-backend';
import { startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import { signInAtProvider, startOpenIdProvider } from '@portico/test-kit/openid';
import type { OpenIdProvider } from '@portico/test-kit/openid';

const portalUrl = 'http://portal.test';
const client = {
  clientId: 'portico',
  clientSecret: 'a-secret-of-the-tests',
  redirectUris: [`${portalUrl}/api/auth/oidc/handler/frame`],
  postLogoutRedirectUris: [`${portalUrl}/`],
};
const accounts = { sam: { preferred_username: 'sam.whitaker', email: 'sam.whitaker@meridian.example', email_verified: true } };

let provider: OpenIdProvider;
let portal: TestBackend;
beforeAll(async () => {
  provider = await startOpenIdProvider({ client, accounts });
  const { metadataUrl } = provider;
  const { clientId, clientSecret } = client;
  const resolvers = [{ resolver: 'emailMatchingUserEntityProfileEmail' }];
  portal = await startTestBackend({
    features: [authPlugin, oidcModule, catalogPlugin, permissionPlugin],
    auth: 'real',
    permissions: 'real',
    config: {
      app: { baseUrl: portalUrl },
      auth: { environment: 'production', providers: { oidc: { production: { metadataUrl, clientId, clientSecret, signIn: { resolvers } } } } },
      catalog: {
        rules: [{ allow: ['Component', 'API', 'Resource', 'System', 'Domain', 'Group', 'User', 'Location', 'Template'] }],
        locations: [{ type: 'file', target: resolve(import.meta.dirname, '../../catalog/examples/all.yaml') }],
      },
      permission: {
        roles: { refresher: { permissions: [{ permission: 'catalog.entity.delete', if: 'is owner' }] } },
        assignments: [{ role: 'refresher', members: ['group:default/platform'] }],
      },
    },
  });
});
afterAll(async () => {
  await portal.stop();
  await provider.stop();
});

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .filter(pair => !pair?.endsWith('='))
    .join('; ');

async function signIn(): Promise<string> {
  const away = await portal.fetch('/api/auth/oidc/start?from=/catalog');
  const callback = await signInAtProvider(away.headers.get('location') ?? '', 'sam');
  const back = await portal.fetch(`${callback.pathname}${callback.search}`, { headers: { cookie: cookiesOf(away) } });
  expect(back.headers.get('location')).toBe(`${portalUrl}/catalog`);
  return cookiesOf(back);
}

test('a user of the example catalog signs in by OpenID Connect, with groups and roles', async () => {
  const cookie = await signIn();
  const response = await portal.fetch('/api/auth/session', { headers: { cookie } });
  expect(await response.json()).toMatchObject({
    user: {
      entityRef: 'user:default/sam.whitaker',
      displayName: 'Sam Whitaker',
      ownershipEntityRefs: expect.arrayContaining(['user:default/sam.whitaker', 'group:default/platform', 'group:default/portico-maintainers']),
      roles: expect.arrayContaining(['refresher', 'viewer']),
    },
    provider: 'oidc',
  });
  const own = { permission: { name: 'catalog.entity.delete', resourceType: 'catalog-entity' }, resourceRef: 'component:default/shell' };
  const foreign = { ...own, resourceRef: 'domain:default/commerce' };
  const decided = await portal.fetch('/api/permission/authorize', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ items: [{ id: 'own', ...own }, { id: 'foreign', ...foreign }] }),
  });
  expect(await decided.json()).toEqual({ items: [{ id: 'own', result: 'ALLOW' }, { id: 'foreign', result: 'DENY' }] });
});

test('signing out ends the session here and leads to its end at the provider', async () => {
  const cookie = await signIn();
  const left = await portal.fetch('/api/auth/sign-out', { method: 'POST', headers: { cookie } });
  const { continueAt } = (await left.json()) as { continueAt: string };
  expect(continueAt.startsWith(`${provider.issuer}/session/end?`)).toBe(true);
  expect((await portal.fetch('/api/auth/session', { headers: { cookie } })).status).toBe(401);
  expect((await portal.fetch('/api/catalog/entities?limit=1', { headers: { cookie } })).status).toBe(401);
});

test('another sign-in works after the provider has changed its keys', async () => {
  await provider.rotateKeys();
  expect(await signIn()).toContain('portico-session=');
});
