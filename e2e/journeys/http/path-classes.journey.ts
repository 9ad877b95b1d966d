import { expect, test } from '../../fixtures/portal.ts';

const html = { accept: 'text/html,application/xhtml+xml' };

test.describe('without a session', () => {
  for (const path of ['/', '/catalog', '/catalog/default/component/name.with.dots', '/no/such/page', '/sign-in']) {
    test(`GET ${path} is the shell page`, async ({ portal }) => {
      const answer = await fetch(portal.url + path, { headers: html });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('cache-control')).toContain('no-store');
      expect(answer.headers.get('etag')).toBeNull();
      expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    });
  }

  for (const path of ['/api', '/api/nothing', '/api/catalog/nothing', '/assets/nothing.js', '/remotes/nothing', '/.backstage/nothing', '/healthz/x']) {
    test(`GET ${path} is never the page, even for a browser`, async ({ portal }) => {
      const answer = await fetch(portal.url + path, { headers: html });
      expect([401, 404]).toContain(answer.status);
      expect(answer.headers.get('content-type')).toContain('application/json');
      const body = (await answer.json()) as { error: { code: string; fix: string }; response: { statusCode: number } };
      expect(body.response.statusCode).toBe(answer.status);
      expect(body.error.code).toMatch(/^[A-Z]+_[A-Z_]+$/);
    });
  }

  test('a path outside the reserved ones is a miss for programs', async ({ portal }) => {
    expect((await fetch(`${portal.url}/catalog`, { headers: { accept: 'application/json' } })).status).toBe(404);
  });

  for (const path of ['/healthz', '/readyz', '/.backstage/health/v1/liveness', '/.backstage/health/v1/readiness', '/api/app/config', '/api/auth/providers']) {
    test(`GET ${path} is open`, async ({ portal }) => {
      expect((await fetch(portal.url + path)).status).toBe(200);
    });
  }

  for (const path of ['/api/registry/snapshot', '/api/registry/offer', '/api/catalog/entities', '/api/events?topics=registry.revision']) {
    test(`GET ${path} needs a sign-in`, async ({ portal }) => {
      expect((await fetch(portal.url + path)).status).toBe(401);
    });
  }

  test('artifacts need a sign-in, and are immutable with one', async ({ portal }) => {
    const authorization = `Bearer ${portal.developmentToken()}`;
    const snapshot = (await (await fetch(`${portal.url}/api/registry/snapshot`, { headers: { authorization } })).json()) as {
      remotes: { entry: { url: string } }[];
    };
    const entry = portal.url + (snapshot.remotes[0]?.entry.url ?? '');
    expect((await fetch(entry)).status).toBe(401);
    const answer = await fetch(entry, { headers: { authorization } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-type')).toContain('javascript');
  });
});

test('the snapshot is not sent again while nothing changed', async ({ portal }) => {
  const authorization = `Bearer ${portal.developmentToken()}`;
  const first = await fetch(`${portal.url}/api/registry/snapshot`, { headers: { authorization } });
  const etag = first.headers.get('etag') ?? '';
  const second = await fetch(`${portal.url}/api/registry/snapshot`, { headers: { authorization, 'if-none-match': etag } });
  expect([first.status, second.status]).toEqual([200, 304]);
});

test('a portal that is told to stop ends with exit code 0', async ({ portalOptions }) => {
  const { startPortal } = await import('../../setup/portal.ts');
  const portal = await startPortal(portalOptions);
  expect(await portal.stop()).toBe(0);
});
