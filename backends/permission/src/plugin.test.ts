import { afterEach, describe, expect, test } from '@jest/globals';
import { coreServices, createBackendPlugin, requirePermission } from '@portico/backend-framework';
import type { Permission, PermissionsService } from '@portico/backend-framework';
import type { JsonObject } from '@portico/config';
import { mockCredentials, startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import { permissionPlugin } from './index.ts';

const publish: Permission = { name: 'registry.remote.publish', attributes: { action: 'update' }, resourceType: 'registry-remote' };
const register: Permission = { name: 'registry.remote.register', attributes: { action: 'create' } };
const read: Permission = { name: 'registry.remote.read', attributes: { action: 'read' }, resourceType: 'registry-remote' };

const owners: Record<string, string> = { catalog: 'group:default/team', radar: 'user:default/bob' };

let permissions: PermissionsService;
/** Stands for the plugin that owns remotes. */
const registry = createBackendPlugin({
  pluginId: 'registry',
  register: environment =>
    environment.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        declared: coreServices.permissionsRegistry,
      },
      init({ httpAuth, httpRouter, permissions: own, declared }) {
        permissions = own;
        declared.addPermissions([register]);
        declared.addResourceType<{ owner: string }>({
          resourceType: 'registry-remote',
          permissions: [publish, read],
          rules: [
            { name: 'IS_REMOTE_OWNER', description: 'The remote belongs to one of the claims', apply: ({ owner }, { claims }) => (claims as string[]).includes(owner) },
            { name: 'HAS_OWNER', apply: ({ owner }, { owners: wanted }) => [wanted].flat().includes(owner) },
          ],
          getResources: async refs => refs.map(ref => (owners[ref] ? { owner: owners[ref] } : undefined)),
        });
        httpRouter.use(async (request, response) => {
          const credentials = await httpAuth.credentials(request);
          await requirePermission(own, { permission: publish, resourceRef: request.path.slice(1), credentials });
          response.json({ published: true });
        });
      },
    }),
});

let backend: TestBackend | undefined;
afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

async function start(permission: JsonObject = {}): Promise<TestBackend> {
  backend = await startTestBackend({ features: [registry, permissionPlugin], permissions: 'real', config: { permission } });
  return backend;
}

const ada = mockCredentials.user({ userEntityRef: 'user:default/ada', ownershipEntityRefs: ['user:default/ada', 'group:default/team'] });
const bob = mockCredentials.user({ userEntityRef: 'user:default/bob' });
const publishers = { assignments: [{ role: 'remote-publisher', members: ['group:default/team', 'user:default/Bob', 'external:ci'] }] };

async function authorize(portal: TestBackend, as: typeof ada, ...items: object[]): Promise<string[]> {
  const body = JSON.stringify({ items: items.map((item, index) => ({ id: String(index), ...item })) });
  const response = await portal.fetch('/api/permission/authorize', { method: 'POST', body, headers: { 'content-type': 'application/json' }, as });
  const answer = (await response.json()) as { items: { id: string; result: string }[] };
  expect(answer.items.map(({ id }) => id)).toEqual(items.map((_item, index) => String(index)));
  return answer.items.map(({ result }) => result);
}

describe('the ready-made roles', () => {
  test('let everybody read, publishers act on what they own, and admins on all', async () => {
    const portal = await start({ assignments: [...publishers.assignments, { role: 'portal-admin', members: ['user:default/root'] }] });
    const questions = [{ permission: read }, { permission: register }, { permission: publish, resourceRef: 'catalog' }, { permission: publish, resourceRef: 'radar' }, { permission: publish, resourceRef: 'absent' }];
    expect(await authorize(portal, ada, ...questions)).toEqual(['ALLOW', 'ALLOW', 'ALLOW', 'DENY', 'DENY']);
    expect(await authorize(portal, bob, ...questions)).toEqual(['ALLOW', 'ALLOW', 'DENY', 'ALLOW', 'DENY']);
    expect(await authorize(portal, mockCredentials.user({ userEntityRef: 'user:default/root' }), ...questions)).toEqual(Array(5).fill('ALLOW'));
    expect(await authorize(portal, mockCredentials.user(), ...questions)).toEqual(['ALLOW', 'DENY', 'DENY', 'DENY', 'DENY']);
  });

  test('are not what a token says of its user', async () => {
    const portal = await start();
    const pretender = mockCredentials.user({ userEntityRef: 'user:default/eve', roles: ['portal-admin'] });
    expect(await authorize(portal, pretender, { permission: register })).toEqual(['DENY']);
  });

  test('come with the token of a program, which may also be assigned some', async () => {
    const portal = await start(publishers);
    const status = async (as: ReturnType<typeof mockCredentials.service>) => (await portal.fetch('/api/registry/catalog', { as })).status;
    expect(await status(mockCredentials.service('external:tools', ['portal-admin']))).toBe(200);
    expect(await status(mockCredentials.service('external:tools'))).toBe(403);
    expect(await status(mockCredentials.service('external:ci'))).toBe(403);
    expect(await status(mockCredentials.service('plugin:catalog'))).toBe(200);
  });
});

describe('a backend', () => {
  test('asks over the wire and applies conditions to its own things', async () => {
    const portal = await start(publishers);
    expect((await portal.fetch('/api/registry/catalog', { as: ada })).status).toBe(200);
    const refused = await portal.fetch('/api/registry/radar', { as: ada });
    expect(await refused.json()).toMatchObject({
      error: { code: 'FRAMEWORK_PERMISSION_DENIED', message: 'Expected the permission registry.remote.publish on radar, got an account without it' },
      response: { statusCode: 403 },
    });
  });

  test('gets conditions as such where it selects by them', async () => {
    await start(publishers);
    expect(await permissions.authorizeConditional([{ permission: publish }, { permission: register }], { credentials: ada })).toEqual([
      {
        result: 'CONDITIONAL',
        pluginId: 'registry',
        resourceType: 'registry-remote',
        conditions: { rule: 'IS_OWNER', params: { claims: ['user:default/ada', 'group:default/team'] } },
      },
      { result: 'ALLOW' },
    ]);
    expect(await permissions.authorize([{ permission: register }], { credentials: { principal: { type: 'none' } } })).toEqual([{ result: 'DENY' }]);
  });

  test('lists what it declares', async () => {
    const portal = await start();
    const response = await portal.fetch('/api/registry/.well-known/backstage/permissions/metadata', { as: ada });
    expect(await response.json()).toEqual({
      permissions: [
        { type: 'basic', ...register },
        { type: 'resource', ...publish },
        { type: 'resource', ...read },
      ],
      rules: [
        { name: 'IS_REMOTE_OWNER', description: 'The remote belongs to one of the claims', resourceType: 'registry-remote' },
        { name: 'HAS_OWNER', description: '', resourceType: 'registry-remote' },
      ],
    });
  });

  test('applies conditions for the permission plugin only', async () => {
    const portal = await start();
    const init = { method: 'POST', body: JSON.stringify({ items: [] }), headers: { 'content-type': 'application/json' } };
    const path = '/api/registry/.well-known/backstage/permissions/apply-conditions';
    expect((await portal.fetch(path, { ...init, as: ada })).status).toBe(403);
    expect((await portal.fetch(path, { ...init, as: mockCredentials.service('plugin:catalog') })).status).toBe(403);
    expect((await portal.fetch(path, { ...init, as: mockCredentials.service('plugin:permission') })).status).toBe(200);
  });

  test('without the permission plugin gets no decision, and lets nobody in', async () => {
    backend = await startTestBackend({ features: [registry], permissions: 'real' });
    expect(await (await backend.fetch('/api/registry/catalog', { as: ada })).json()).toMatchObject({
      error: { code: 'FRAMEWORK_PERMISSIONS_UNAVAILABLE' },
      response: { statusCode: 503 },
    });
  });
});

describe('the policy by configuration', () => {
  const steward = {
    roles: {
      steward: {
        permissions: [
          { permission: 'registry.remote.*', if: { anyOf: ['is owner', { rule: 'HAS_OWNER', params: { owners: ['user:default/bob'] } }] } },
          { permission: 'catalog.*', if: { not: 'IS_OWNER' } },
        ],
      },
    },
    assignments: [{ role: 'steward', members: ['user:default/ada'] }],
  };

  test('combines conditions, and puts in who asks', async () => {
    const portal = await start({ ...steward });
    const on = (resourceRef: string) => ({ permission: publish, resourceRef });
    expect(await authorize(portal, ada, on('catalog'), on('radar'), on('absent'))).toEqual(['ALLOW', 'ALLOW', 'DENY']);
  });

  test('denies what a plugin does not know or cannot say, also under a "not"', async () => {
    const portal = await start({ roles: { odd: { permissions: [{ permission: '*', if: { not: 'IS_UNKNOWN' } }] } }, assignments: [{ role: 'odd', members: ['*'] }] });
    const elsewhere = { permission: { name: 'absent.thing.do', resourceType: 'thing' }, resourceRef: 'x' };
    expect(await authorize(portal, ada, { permission: publish, resourceRef: 'catalog' }, elsewhere, { permission: register })).toEqual(['DENY', 'DENY', 'DENY']);
    expect((await portal.fetch('/api/registry/catalog', { as: ada })).status).toBe(403);
  });

  test('is followed while the portal runs; a change that is not valid leaves the old one', async () => {
    const portal = await start(publishers);
    const status = async () => (await portal.fetch('/api/registry/catalog', { as: ada })).status;
    expect(await status()).toBe(200);
    portal.changeConfig({ permission: {} });
    expect(await status()).toBe(403);
    portal.changeConfig({ permission: publishers });
    expect(await status()).toBe(200);
    portal.changeConfig({ permission: { assignments: [{ role: 'nobody-knows', members: ['*'] }] } });
    expect(await status()).toBe(200);
    expect(portal.log).toContainEqual(expect.objectContaining({ msg: 'The changed policy is not valid; the old one stays in force' }));
  });

  test('can be switched off, which is warned about', async () => {
    const portal = await start({ enabled: false });
    expect(await authorize(portal, bob, { permission: register })).toEqual(['ALLOW']);
    expect(portal.log).toContainEqual(expect.objectContaining({ msg: expect.stringContaining('permission.enabled is false') }));
  });

  test.each<[string, JsonObject, string]>([
    ['a role that is not there', { assignments: [{ role: 'king', members: ['*'] }] }, 'Expected a role that exists (portal-admin, remote-publisher, viewer), got king'],
    ['a condition that is none', { roles: { odd: { permissions: [{ permission: 'a.b', if: 5 }] } } }, 'At permission.roles.odd.permissions[0].if: Expected the name of a rule'],
  ])('refuses %s at the start', async (_what, config, message) => {
    const { plugins } = await start(config);
    expect(plugins.permission).toMatchObject({ status: 'failed', reason: expect.stringContaining(message) });
  });
});

test('a question of the wrong shape, or a batch that is too long, is refused', async () => {
  const portal = await start();
  const ask = (body: unknown) =>
    portal.fetch('/api/permission/authorize', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, as: ada });
  const item = { id: 'x', permission: { name: 'a.b' } };
  for (const body of [{}, { items: 'x' }, { items: [{ id: 'x' }] }, { items: Array(501).fill(item) }]) {
    expect(await (await ask(body)).json()).toMatchObject({ error: { code: 'PERMISSION_BODY_INVALID' }, response: { statusCode: 400 } });
  }
  expect((await portal.fetch('/api/permission/authorize', { method: 'POST' })).status).toBe(401);
});

test('programs of the portal ask which roles somebody has', async () => {
  const portal = await start(publishers);
  const init = { method: 'POST', body: JSON.stringify({ names: ['user:default/ada', 'group:default/team'] }), headers: { 'content-type': 'application/json' } };
  expect(await (await portal.fetch('/api/permission/roles', { ...init, as: mockCredentials.service('plugin:auth') })).json()).toEqual({ roles: ['remote-publisher', 'viewer'] });
  expect((await portal.fetch('/api/permission/roles', { ...init, as: ada })).status).toBe(403);
});
