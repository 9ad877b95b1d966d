import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@portico/config';
import { authProvidersSchema, parseShape, sessionSchema } from '@portico/contracts';
import { startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import { authPlugin } from './index.ts';

let backend: TestBackend | undefined;

async function start(config: JsonObject = {}, dataDirectory?: string): Promise<TestBackend> {
  backend = await startTestBackend({ features: [authPlugin], config, auth: 'real', ...(dataDirectory ? { dataDirectory } : {}) });
  return backend;
}

const viewers = { auth: { providers: { guest: { dangerouslyAllowOutsideDevelopment: true } }, environment: 'production' } };
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

function statusFor(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path: '/api/auth/session', headers: { host } }, response => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject).end();
  });
}

afterEach(async () => {
  await backend?.stop();
  backend = undefined;
});

describe('a development portal', () => {
  test('signs a browser in as admin on its first visit, and knows it on the second', async () => {
    const { fetch } = await start();
    const first = await fetch('/api/auth/session');
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toMatch(/^portico-session=[\w.-]+; Max-Age=28800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const session = await first.json();
    expect(parseShape(sessionSchema, session)).toMatchObject({ ok: true });
    expect(session).toMatchObject({ user: { entityRef: 'user:default/guest', roles: ['portal-admin', 'viewer'] }, provider: 'guest', development: true });

    const second = await fetch('/api/auth/session', { headers: { cookie: cookieOf(first) } });
    expect(second.headers.get('set-cookie')).toBeNull();
    expect(await second.json()).toEqual(session);
  });

  test('gives sessions that the other plugins accept', async () => {
    const { fetch } = await start();
    const cookie = cookieOf(await fetch('/api/auth/session'));
    const controller = new AbortController();
    const stream = await fetch('/api/events?topics=a', { headers: { cookie }, signal: controller.signal });
    expect(stream.status).toBe(200);
    controller.abort();
    expect((await fetch('/api/events?topics=a')).status).toBe(401);
  });

  test('tells a front door whether somebody has a session, without making one', async () => {
    const { fetch } = await start();
    const stranger = await fetch('/api/auth/check');
    expect([stranger.status, stranger.headers.get('set-cookie')]).toEqual([401, null]);
    const cookie = cookieOf(await fetch('/api/auth/session'));
    expect((await fetch('/api/auth/check', { headers: { cookie } })).status).toBe(204);
  });

  test('is asked by a loopback name only', async () => {
    const { port, fetch } = await start();
    for (const name of ['localhost:3000', '127.0.0.1', '[::1]:3000', 'portal.localhost']) expect(await statusFor(port, name)).toBe(200);
    for (const name of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example']) expect(await statusFor(port, name)).toBe(403);
    const forwarded = await fetch('/api/auth/session', { headers: { 'x-forwarded-host': 'portal.example' } });
    expect(await forwarded.json()).toMatchObject({ error: { code: 'AUTH_HOST_REFUSED' } });
  });

  test('forgets the cookie at sign-out, unless another site asks for it', async () => {
    const { fetch } = await start();
    const cookie = cookieOf(await fetch('/api/auth/session'));
    const foreign = await fetch('/api/auth/sign-out', { method: 'POST', headers: { cookie, 'sec-fetch-site': 'cross-site' } });
    expect(foreign.status).toBe(403);
    const own = await fetch('/api/auth/sign-out', { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    expect(own.status).toBe(204);
    expect(own.headers.get('set-cookie')).toMatch(/^portico-session=; Path=\/; Expires=Thu, 01 Jan 1970/);
  });

  test('keeps its keys over a restart', async () => {
    const first = await startTestBackend({ features: [authPlugin], auth: 'real' });
    const cookie = cookieOf(await first.fetch('/api/auth/session'));
    const again = await startTestBackend({ features: [authPlugin], auth: 'real', dataDirectory: first.dataDirectory });
    const response = await again.fetch('/api/auth/session', { headers: { cookie } });
    await again.stop();
    await first.stop();
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('outside development', () => {
  test('a portal with guests only fails with the reason, and lets nobody in', async () => {
    const { plugins, fetch } = await start({ auth: { environment: 'production' } });
    expect(plugins.auth).toMatchObject({ status: 'failed', reason: expect.stringContaining('got the environment production') });
    expect((await fetch('/api/auth/session')).status).toBe(503);
  });

  test('a visit without a session is 401, and a guest who signs in is a viewer', async () => {
    const { fetch } = await start(viewers);
    const signedOut = await fetch('/api/auth/session');
    expect(signedOut.status).toBe(401);
    expect(await signedOut.json()).toMatchObject({ error: { name: 'AuthenticationError', code: 'AUTH_SIGNED_OUT', fix: 'Sign in at /sign-in' } });

    const providers = await (await fetch('/api/auth/providers')).json();
    expect(parseShape(authProvidersSchema, providers)).toMatchObject({ ok: true });
    const startUrl = (providers as { providers: { startUrl: string }[] }).providers[0]?.startUrl ?? '';
    const signedIn = await fetch(startUrl, { method: 'POST' });
    expect(await signedIn.json()).toMatchObject({ user: { roles: ['viewer'] }, development: false });
    expect((await fetch('/api/auth/session', { headers: { cookie: cookieOf(signedIn) } })).status).toBe(200);
  });

  test('another site cannot sign a browser in', async () => {
    const { fetch } = await start(viewers);
    const response = await fetch('/api/auth/guest/start', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(await response.json()).toMatchObject({ error: { code: 'AUTH_SIGN_IN_CROSS_SITE' } });
  });

  test('an admin session of development is worth nothing', async () => {
    const development = await startTestBackend({ features: [authPlugin], auth: 'real' });
    const cookie = cookieOf(await development.fetch('/api/auth/session'));
    const { fetch } = await start(viewers, development.dataDirectory);
    expect((await fetch('/api/auth/session', { headers: { cookie } })).status).toBe(401);
    expect((await fetch('/api/events?topics=a', { headers: { cookie } })).status).toBe(401);
    await development.stop();
  });

  test('without guests nobody is offered, and unknown providers are named in the log', async () => {
    const { fetch, log } = await start({ auth: { environment: 'production', providers: { github: {} } } });
    expect(await (await fetch('/api/auth/providers')).json()).toEqual({ providers: [] });
    expect(await (await fetch('/api/auth/guest/start', { method: 'POST' })).json()).toMatchObject({ error: { code: 'AUTH_PROVIDER_UNAVAILABLE' } });
    expect(log).toContainEqual(expect.objectContaining({ msg: expect.stringContaining('left out: github') }));
  });
});
