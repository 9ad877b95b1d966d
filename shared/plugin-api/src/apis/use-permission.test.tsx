import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { apiContext, createApiFactory, createApiHolder, permissionApiRef, usePermission } from '../index.ts';
import type { PermissionApi } from '../index.ts';

function Publish({ remote }: { remote: string }) {
  const { allowed, loading } = usePermission({ permission: { name: 'registry.remote.publish' }, resourceRef: remote });
  return <p>{loading ? 'asking' : allowed ? `may publish ${remote}` : `may not publish ${remote}`}</p>;
}

function portal(api: PermissionApi) {
  const holder = createApiHolder([createApiFactory({ api: permissionApiRef, factory: () => api })]);
  return (remote: string) => (
    <apiContext.Provider value={holder}>
      <Publish remote={remote} />
    </apiContext.Provider>
  );
}

test('a component learns what the user may do, anew for another thing, and nothing is allowed before', async () => {
  const page = portal({ authorize: async ({ resourceRef }) => ({ result: resourceRef === 'catalog' ? 'ALLOW' : 'DENY' }) });
  const { rerender } = render(page('catalog'));
  expect(screen.getByText('asking')).toBeVisible();
  expect(await screen.findByText('may publish catalog')).toBeVisible();
  rerender(page('radar'));
  expect(screen.getByText('asking')).toBeVisible();
  expect(await screen.findByText('may not publish radar')).toBeVisible();
});

test('what cannot be asked is not allowed', async () => {
  render(portal({ authorize: () => Promise.reject(new TypeError('down')) })('catalog'));
  expect(await screen.findByText('may not publish catalog')).toBeVisible();
});
