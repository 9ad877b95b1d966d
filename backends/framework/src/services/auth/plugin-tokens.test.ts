import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { pluginOf, stopAll } from '../../fixtures/running-backend.ts';
import { makeKeys, tokenOfAda, tokenPortal } from '../../fixtures/token-portal.ts';
import type { TokenKeys } from '../../fixtures/token-portal.ts';

let keys: TokenKeys;
beforeAll(async () => {
  keys = await makeKeys('k1');
});
afterEach(stopAll);

describe('a plugin that calls another', () => {
  test('is that plugin to the target, and nobody to others', async () => {
    const portal = await tokenPortal(keys, {
      features: [pluginOf('other', ({ httpRouter }) => httpRouter.use((_request, response) => void response.json({})))],
    });
    const { token } = await portal.caller.auth.getPluginRequestToken({ targetPluginId: 'demo' });
    expect(await (await portal.as(token)).json()).toEqual({ type: 'service', subject: 'plugin:caller', roles: [] });
    expect((await portal.as(token, '/api/other/')).status).toBe(401);
  });

  test('publishes the keys of its tokens, and none before it makes one', async () => {
    const portal = await tokenPortal(keys);
    const read = async () => (await (await portal.get('/api/caller/.backstage/auth/v1/jwks.json')).json()) as { keys: unknown[] };
    expect(await read()).toEqual({ keys: [] });
    await portal.caller.auth.getPluginRequestToken({ targetPluginId: 'demo' });
    const own = { alg: 'ES256', use: 'sig', kty: 'EC', crv: 'P-256', kid: expect.any(String), x: expect.any(String), y: expect.any(String) };
    expect(await read()).toEqual({ keys: [own] });
    expect(await portal.caller.auth.listPublicServiceKeys()).toEqual(await read());
  });

  test('may do so while it starts', async () => {
    let status = 0;
    const eager = pluginOf('eager', async ({ auth, discovery }) => {
      const { token } = await auth.getPluginRequestToken({ targetPluginId: 'demo' });
      const response = await fetch(`${await discovery.getBaseUrl('demo')}/`, { headers: { authorization: `Bearer ${token}` } });
      ({ status } = response);
    });
    const portal = await tokenPortal(keys, { features: [eager] });
    await portal.started;
    expect(status).toBe(200);
  });

  test('is still known after a restart, and its other replicas are too', async () => {
    const first = await tokenPortal(keys);
    const { token } = await first.caller.auth.getPluginRequestToken({ targetPluginId: 'demo' });
    const { keys: before } = await first.caller.auth.listPublicServiceKeys();
    await first.backend.stop();
    const { dataDirectory } = first.caller.rootInstance;
    const again = await tokenPortal(keys, { dataDirectory });
    expect((await again.as(token)).status).toBe(200);
    await again.caller.auth.getPluginRequestToken({ targetPluginId: 'demo' });
    expect((await again.caller.auth.listPublicServiceKeys()).keys).toEqual(expect.arrayContaining(before));
    expect((await again.caller.auth.listPublicServiceKeys()).keys).toHaveLength(2);
  });

  test('without a database of that name is nobody', async () => {
    const [portal, stranger] = [await tokenPortal(keys), await tokenPortal(keys)];
    const { token } = await stranger.caller.auth.getPluginRequestToken({ targetPluginId: 'demo' });
    expect((await portal.as(token)).status).toBe(401);
  });
});

describe("a plugin that asks in a user's name", () => {
  test('is that user to the target, no longer than the session lasts', async () => {
    const portal = await tokenPortal(keys);
    const userToken = await tokenOfAda(keys, 60);
    const onBehalfOf = await portal.caller.auth.authenticate(userToken);
    const { token } = await portal.caller.auth.getPluginRequestToken({ targetPluginId: 'demo', onBehalfOf });
    expect(await (await portal.as(token)).json()).toEqual({
      type: 'user',
      userEntityRef: 'user:default/ada',
      ownershipEntityRefs: ['user:default/ada', 'group:default/team'],
      roles: ['viewer'],
      sessionId: 'session-of-ada',
      expiresAt: expect.any(String),
      actor: { type: 'service', subject: 'plugin:caller' },
    });
    expect(decodeJwt(token).exp).toBe(decodeJwt(userToken).exp);
    expect(token).not.toContain(userToken.split('.')[2]);
  });

  test('can pass the request on to a third plugin', async () => {
    const third = pluginOf('third', ({ auth, discovery, httpAuth, httpRouter }) =>
      httpRouter.use(async (request, response) => {
        const onBehalfOf = await httpAuth.credentials(request);
        const { token } = await auth.getPluginRequestToken({ targetPluginId: 'demo', onBehalfOf });
        const answer = await fetch(`${await discovery.getBaseUrl('demo')}/`, { headers: { authorization: `Bearer ${token}` } });
        response.json(await answer.json());
      }),
    );
    const portal = await tokenPortal(keys, { features: [third] });
    const onBehalfOf = await portal.caller.auth.authenticate(await tokenOfAda(keys));
    const { token } = await portal.caller.auth.getPluginRequestToken({ targetPluginId: 'third', onBehalfOf });
    expect(await (await portal.as(token, '/api/third/')).json()).toMatchObject({
      userEntityRef: 'user:default/ada',
      actor: { subject: 'plugin:third' },
    });
  });

  test('is refused for nobody and for credentials that nothing proves; for a program it asks in its own name', async () => {
    const { caller, as } = await tokenPortal(keys);
    const ask = (onBehalfOf: Parameters<typeof caller.auth.getPluginRequestToken>[0]['onBehalfOf']) =>
      caller.auth.getPluginRequestToken({ targetPluginId: 'demo', ...(onBehalfOf ? { onBehalfOf } : {}) });
    await expect(ask({ principal: { type: 'none' } })).rejects.toMatchObject({ code: 'FRAMEWORK_BEHALF_UNPROVEN' });
    const { principal } = await caller.auth.authenticate(await tokenOfAda(keys));
    await expect(ask({ principal: { ...principal } })).rejects.toMatchObject({ code: 'FRAMEWORK_BEHALF_UNPROVEN' });
    const { token } = await ask({ principal: { type: 'service', subject: 'external:ci', roles: ['portal-admin'] } });
    expect(await (await as(token)).json()).toEqual({ type: 'service', subject: 'plugin:caller', roles: [] });
  });
});

describe('a session that was ended', () => {
  test('opens nothing any more, neither directly nor in a token of a plugin', async () => {
    const portal = await tokenPortal(keys);
    const userToken = await tokenOfAda(keys);
    expect((await portal.as(userToken)).status).toBe(200);
    const onBehalfOf = await portal.caller.auth.authenticate(userToken);
    const { token } = await portal.caller.auth.getPluginRequestToken({ targetPluginId: 'demo', onBehalfOf });
    expect((await portal.as(token)).status).toBe(200);
    portal.revoke('session-of-ada');
    expect([(await portal.as(userToken)).status, (await portal.as(token)).status]).toEqual([401, 401]);
  });
});

describe('the keys of user tokens', () => {
  test('are read again as soon as a token of a new key comes', async () => {
    const portal = await tokenPortal(keys);
    expect((await portal.as(await tokenOfAda(keys))).status).toBe(200);
    const next = await makeKeys('k2');
    portal.publish(next, keys);
    const tokens = await Promise.all([tokenOfAda(next), tokenOfAda(next, 1_800), tokenOfAda(keys)]);
    const statuses = await Promise.all(tokens.map(async token => (await portal.as(token)).status));
    expect(statuses).toEqual([200, 200, 200]);
  });

  test('are not read once for each token of an unknown key', async () => {
    const portal = await tokenPortal(keys);
    await portal.as(await tokenOfAda(keys));
    const unknown = await Promise.all(Array.from({ length: 80 }, (_, index) => makeKeys(`unknown-${index}`).then(tokenOfAda)));
    const statuses = await Promise.all(unknown.map(async token => (await portal.as(token)).status));
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(portal.keyReads()).toBeLessThanOrEqual(4);
  });
});
