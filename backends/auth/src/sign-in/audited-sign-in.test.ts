import { afterEach, expect, test } from '@jest/globals';
import { startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import { authPlugin } from '../index.ts';

let backend: TestBackend | undefined;
afterEach(async () => {
  await backend?.stop();
});

test('the log says who signed in, with which request, and who signed out', async () => {
  backend = await startTestBackend({ features: [authPlugin], auth: 'real' });
  const { fetch, log } = backend;
  const signedIn = await fetch('/api/auth/session', { headers: { 'x-request-id': 'request-0004' } });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect((await fetch('/api/auth/sign-out', { method: 'POST', headers: { cookie } })).status).toBe(204);
  const events = log.filter(line => line.isAuditEvent && line.status === 'succeeded');
  expect(events).toMatchObject([
    { eventId: 'user-sign-in', severityLevel: 'medium', requestId: 'request-0004', meta: { provider: 'guest', userEntityRef: expect.stringMatching(/^user:/) } },
    { eventId: 'user-sign-out', actor: { actorId: expect.stringMatching(/^user:/) } },
  ]);
  expect(JSON.stringify(events)).not.toContain(cookie.slice('portico-session='.length));
});
