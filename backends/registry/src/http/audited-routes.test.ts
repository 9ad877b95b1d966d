import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { createWorkshop } from '../fixtures/fake-remote.ts';
import type { FakeWorkshop } from '../fixtures/fake-remote.ts';
import { startRegistry } from '../fixtures/start-registry.ts';
import type { TestRegistry } from '../fixtures/start-registry.ts';
import { auditedRoutes } from './audited-routes.ts';

let workshop: FakeWorkshop;
let registry: TestRegistry;
beforeEach(async () => {
  workshop = createWorkshop();
  registry = await startRegistry(workshop);
});
afterEach(async () => {
  await registry.stop();
  workshop.remove();
});

const as = mockCredentials.admin();

test('whatever changes the registry is an event in the log of the portal, under its name', async () => {
  for (const { method, path } of auditedRoutes) {
    const filled = path.replace(/:\w+/g, 'nobody');
    const headers = { 'content-type': 'application/json' };
    const answer = await registry.fetch(`/api/registry${filled}`, { as, method, headers, body: '{}' });
    expect([path, await answer.text()]).toEqual([path, expect.not.stringContaining('FRAMEWORK_NOT_FOUND')]);
  }
  const events = registry.log.filter(line => line.isAuditEvent && line.status === 'initiated');
  expect(events.map(({ eventId }) => eventId)).toEqual(auditedRoutes.map(({ eventId }) => eventId));
});
