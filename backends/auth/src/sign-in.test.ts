import { afterEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@portico/config';
import { authProvidersSchema, parseShape } from '@portico/contracts';
import type { Session } from '@portico/contracts';
import { group, startSignInPortal, user } from './fixtures/sign-in-portal.ts';
import type { SignInPortal } from './fixtures/sign-in-portal.ts';

let portal: SignInPortal | undefined;
afterEach(async () => {
  await portal?.stop();
  portal = undefined;
});

async function start(settings: JsonObject = {}, more: JsonObject = {}): Promise<SignInPortal> {
  portal = await startSignInPortal(settings, more);
  return portal;
}

const sessionOf = async ({ browse }: SignInPortal) => {
  const response = await browse('/api/auth/session');
  return response.status === 200 ? ((await response.json()) as Session) : response.status;
};
const problemOf = async ({ browse }: SignInPortal) =>
  ((await (await browse('/api/auth/providers')).json()) as { problem?: { code: string } }).problem?.code;
const resolvedBy = (...resolvers: JsonObject[]): JsonObject => ({ signIn: { resolvers } });

describe('a sign-in at a provider', () => {
  test('leads away and back to the page that was wanted, with a session', async () => {
    const running = await start();
    const providers = await (await running.browse('/api/auth/providers')).json();
    expect(parseShape(authProvidersSchema, providers)).toMatchObject({ ok: true });
    expect(providers).toEqual({ providers: [{ id: 'made-up', title: 'Made up', startUrl: '/api/auth/made-up/start' }] });
    const back = await running.signIn('/catalog?kind=api#top');
    expect([back.status, back.headers.get('location')]).toEqual([302, 'http://portal.test/catalog?kind=api#top']);
    expect(back.headers.getSetCookie().map(line => line.replace(/=[\w.-]{20,}/, '=<value>').replace(/Expires=[^;]+/, 'Expires=<end>'))).toEqual([
      expect.stringMatching(/^portico-sign-in-[\w-]{8}=; Path=\/api\/auth; Expires=<end>; HttpOnly; SameSite=Lax$/),
      'portico-session=<value>; Max-Age=28800; Path=/; Expires=<end>; HttpOnly; SameSite=Lax',
      'portico-renewal=<value>; Max-Age=28800; Path=/api/auth; Expires=<end>; HttpOnly; SameSite=Lax',
    ]);
    expect(await sessionOf(running)).toMatchObject({
      user: {
        entityRef: 'user:default/ada',
        displayName: 'Ada',
        email: 'ada@example.com',
        ownershipEntityRefs: ['user:default/ada', 'group:default/team'],
        roles: ['viewer'],
      },
      provider: 'made-up',
      development: false,
    });
  });

  test('sends cookies over https only where the portal has that address', async () => {
    portal = await startSignInPortal({}, {}, 'https://portal.test');
    const cookies = (await portal.signIn()).headers.getSetCookie();
    expect(cookies.filter(line => line.includes('; Secure'))).toHaveLength(cookies.length);
    await portal.stop();
    portal = await startSignInPortal();
    expect((await portal.signIn()).headers.getSetCookie().join()).not.toContain('Secure');
  });

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    'http://portal.test//evil.example/',
    'http://portal.test/\\evil.example/',
    'javascript:alert(1)',
    'http://portal.test@evil.example/',
    '/api/auth/sign-out',
    '/sign-in',
  ])('never leads to %s', async from => {
    const location = (await (await start()).signIn(from)).headers.get('location');
    expect(new URL(location ?? '').origin).toBe('http://portal.test');
    expect(['http://portal.test/', 'http://portal.test/evil.example/']).toContain(location);
  });

  test('that did not begin in this browser, or ended before, brings nobody in', async () => {
    const running = await start();
    await running.browse('/api/auth/made-up/start');
    for (const state of ['another', '', 'x'.repeat(10_000).slice(0, 5_000)]) {
      const back = await running.browse(`/api/auth/made-up/handler/frame?code=right&state=${state}`);
      expect([back.status, back.headers.get('location')]).toEqual([302, 'http://portal.test/']);
      expect([await problemOf(running), await sessionOf(running)]).toEqual(['AUTH_SIGN_IN_UNKNOWN', 401]);
    }
    const away = await running.browse('/api/auth/made-up/start');
    const state = new URL(away.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const callback = `/api/auth/made-up/handler/frame?code=right&state=${state}`;
    expect((await running.fetch(callback)).headers.getSetCookie().join()).not.toContain('portico-session');
    await running.browse(callback);
    expect(await sessionOf(running)).toMatchObject({ user: { entityRef: 'user:default/ada' } });
    running.cookies.clear();
    await running.browse(callback);
    expect(await sessionOf(running)).toBe(401);
  });

  test('tells once why it failed, on the page that was wanted', async () => {
    const running = await start();
    running.around.provider = 'refuses';
    const away = await running.browse('/api/auth/made-up/start?from=%2Fcatalog', { headers: { 'sec-fetch-site': 'same-origin' } });
    expect(away.headers.get('location')).toBe('http://portal.test/catalog');
    const { problem } = (await (await running.browse('/api/auth/providers')).json()) as { problem: unknown };
    expect(problem).toEqual({
      code: 'AUTH_PROVIDER_REFUSED',
      message: 'Expected Made up to vouch for you, got no',
      fix: 'Sign in again; if it stays, ask those who run Made up whether your account may use the portal',
    });
    expect(await problemOf(running)).toBeUndefined();
  });

  test('cannot be begun by another site', async () => {
    const running = await start();
    const away = await running.browse('/api/auth/made-up/start', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(away.headers.get('location')).toBe('http://portal.test/');
    expect(await problemOf(running)).toBe('AUTH_SIGN_IN_CROSS_SITE');
    const guest = await running.browse('/api/auth/guest/start', { method: 'POST', headers: { origin: 'https://evil.example' } });
    expect(guest.status).toBe(403);
  });

  test('needs the address of the portal, and resolvers that exist', async () => {
    const running = await start(resolvedBy({ resolver: 'unknownResolver' }));
    expect(running.plugins.auth).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('At auth.providers.made-up: Expected signIn.resolvers to name resolvers that exist'),
    });
  });
});

describe('an account', () => {
  const byEmail = { resolver: 'emailMatchingUserEntityProfileEmail' };
  const byName = { resolver: 'emailMatchingUserEntityName' };
  const byLocalPart = { resolver: 'emailLocalPartMatchingUserEntityName' };
  const byUsername = { resolver: 'preferredUsernameMatchingUserEntityName' };
  const catalog = {
    'user:default/ada': user('ada', [], { email: 'ada@example.com' }),
    'user:default/ada_example.com': user('ada_example.com'),
    'user:default/eve': user('eve'),
  };
  test.each<[string, JsonObject[], JsonObject, string | number]>([
    ['by the e-mail address of the user entity', [byEmail], { email: 'Ada@Example.com' }, 'user:default/ada'],
    ['by its whole address as a name', [byName], { email: 'ada@example.com' }, 'user:default/ada_example.com'],
    ['by the part before the @', [byLocalPart], { email: 'ada@example.com' }, 'user:default/ada'],
    ['of an allowed domain', [{ ...byLocalPart, allowedDomains: ['example.com'] }], { email: 'ada@example.com' }, 'user:default/ada'],
    ['of another domain: not', [{ ...byLocalPart, allowedDomains: ['example.com'] }], { email: 'ada@evil.example' }, 401],
    ['by its user name', [byUsername], { username: 'ADA' }, 'user:default/ada'],
    ['by the next resolver that knows it', [byEmail, byUsername], { username: 'ada' }, 'user:default/ada'],
    ['by a resolver of a module', [{ resolver: 'always eve' }], {}, 'user:default/eve'],
    ['whose address nobody has proved: not', [byEmail, byLocalPart, byName], { email: 'ada@example.com', emailVerified: false }, 401],
    ['whose name is a way into another namespace: not', [byUsername], { username: 'other/ada' }, 401],
    ['whose name is no name: not', [byLocalPart], { email: 'ada+root@example.com' }, 401],
    ['that the catalog does not have: not', [byUsername], { username: 'nobody' }, 401],
    ['that need not be in the catalog', [{ ...byUsername, dangerouslyAllowSignInWithoutUserInCatalog: true }], { username: 'nobody' }, 'user:default/nobody'],
  ])('is matched %s', async (_what, resolvers, profile, expected) => {
    const running = await start(resolvedBy(...resolvers));
    running.around.catalog = catalog;
    running.around.profile = { subject: '7', ...profile };
    await running.signIn();
    const session = await sessionOf(running);
    expect(typeof session === 'number' ? session : session.user.entityRef).toBe(expected);
    if (typeof session === 'number') expect(await problemOf(running)).toBe('AUTH_USER_UNKNOWN');
  });

  test('that two users claim is nobody', async () => {
    const running = await start(resolvedBy(byEmail));
    running.around.catalog = { ...catalog, 'user:default/eve': user('eve', [], { email: 'ada@example.com' }) };
    await running.signIn();
    expect(await sessionOf(running)).toBe(401);
  });
});

describe('groups and roles', () => {
  test('are those of the user, with the parents of its groups, once each', async () => {
    const running = await start();
    running.around.catalog = {
      'user:default/ada': user('ada', ['group:default/team', 'group:default/guild']),
      'group:default/team': group('team', 'group:default/platform'),
      'group:default/guild': group('guild', 'group:default/platform'),
      'group:default/platform': group('platform', 'group:default/team'),
    };
    await running.signIn();
    expect(await sessionOf(running)).toMatchObject({
      user: {
        ownershipEntityRefs: ['user:default/ada', 'group:default/team', 'group:default/guild', 'group:default/platform'],
        roles: ['portal-admin', 'viewer'],
      },
    });
  });

  test('are completed later when the catalog was down at the sign-in, which locks nobody out', async () => {
    const running = await start();
    const { catalog } = running.around;
    running.around.catalog = 'down';
    await running.signIn();
    expect(await sessionOf(running)).toMatchObject({ user: { entityRef: 'user:default/ada', ownershipEntityRefs: ['user:default/ada'] } });
    running.around.catalog = catalog;
    expect(await sessionOf(running)).toMatchObject({ user: { ownershipEntityRefs: ['user:default/ada', 'group:default/team'] } });
  });

  test('of somebody in very many groups still fit into the cookies', async () => {
    const running = await start();
    const groups = Array.from({ length: 250 }, (_, index) => `group:default/a-team-with-a-rather-long-name-${index}`);
    running.around.catalog = { 'user:default/ada': user('ada', groups) };
    const back = await running.signIn();
    for (const line of back.headers.getSetCookie()) expect(line.length).toBeLessThan(4_096);
    expect(running.cookies.has('portico-session.1')).toBe(true);
    const session = await sessionOf(running);
    expect(typeof session === 'number' ? 0 : session.user.ownershipEntityRefs.length).toBeGreaterThan(60);
    expect((await running.browse('/api/auth/sign-out', { method: 'POST' })).status).toBe(200);
    expect([...running.cookies.keys()]).toEqual([]);
  });
});

describe('a session', () => {
  const short = { backstageTokenExpiration: { minutes: 10 } };
  const signOut = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } };

  test('that was ended opens nothing any more, and the browser is led to the end of the session at the provider', async () => {
    const running = await start();
    await running.signIn();
    const taken = `portico-session=${running.cookies.get('portico-session')}`;
    const events = (cookie: string) => {
      const controller = new AbortController();
      return running.fetch('/api/events?topics=a', { headers: { cookie }, signal: controller.signal }).then(response => {
        controller.abort();
        return response.status;
      });
    };
    expect(await events(taken)).toBe(200);
    const left = await running.browse('/api/auth/sign-out', signOut);
    expect(await left.json()).toEqual({ continueAt: 'https://provider.test/end?hint=renewal 0&back=http://portal.test/' });
    expect(await sessionOf(running)).toBe(401);
    expect((await running.fetch('/api/auth/session', { headers: { cookie: taken } })).status).toBe(401);
    expect(await events(taken)).toBe(401);
  });

  test('can be ended while the provider is down', async () => {
    const running = await start();
    await running.signIn();
    running.around.provider = 'down';
    expect((await running.browse('/api/auth/sign-out', signOut)).status).toBe(204);
    expect(await sessionOf(running)).toBe(401);
  });

  test('lasts as long as configured', async () => {
    const running = await start({}, short);
    expect((await running.signIn()).headers.getSetCookie().join()).toContain('portico-session=');
    expect((await running.signIn()).headers.getSetCookie().filter(line => line.includes('Max-Age=600'))).toHaveLength(2);
  });
});
