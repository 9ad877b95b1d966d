import { describe, expect, test } from '@jest/globals';
import type { Channel, RemoteDetail, RemoteHealth, RemoteVersion } from '@portico/contracts';
import { renderPlugin } from '@portico/test-kit';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import registry from '../plugin.tsx';

const api = '/api/registry';
const stable: Channel = { channel: 'stable', version: '1.0.0', priority: 0, etag: '7', previous: ['0.9.0'], movedAt: '2026-11-20T10:00:00Z', movedBy: 'user:default/ada' };
const radar: RemoteDetail = {
  id: 'radar',
  title: 'Radar',
  status: 'ok',
  version: '1.0.0',
  routes: ['/radar'],
  source: { origin: 'call', kind: 'published' },
  enabled: true,
  owner: 'group:default/insight',
  publishers: [],
  channels: [stable],
  etag: '3',
  may: ['publish', 'promote', 'rollback', 'disable'],
  findings: [],
  pins: [],
  storage: { bytes: 40_960, versions: 2, mostBytes: 512 * 1024 * 1024, mostVersions: 500 },
  versions: [
    { version: '1.1.0', publishedAt: '2026-11-21T10:00:00Z', publishedBy: 'external:pipeline', kind: 'published', bytes: 20_480, files: 4, channels: [] },
    { version: '1.0.0', publishedAt: '2026-11-20T10:00:00Z', kind: 'published', bytes: 20_480, files: 4, channels: ['stable'], keptBy: ['channel stable'], seen: { sessions: 3, lastAt: '2026-11-21T10:00:00Z' } },
  ],
};
const hours = [{ at: '2026-11-21T09:00:00Z', loads: 20, errors: 1, p75: 140 }];
const health: RemoteHealth = {
  remote: 'radar',
  budget: { windowMinutes: 5, users: 5, loads: 20, errorRate: 0.1 },
  versions: [{ version: '1.0.0', channels: ['stable'], loads: { count: 20, users: 4 }, failures: { count: 1, users: 1 }, renderErrors: { count: 0, users: 0 }, errorRate: 0.05, loadMs: { p50: 90, p75: 140 }, errors: [{ code: 'LOADER_ENTRY_LATE', count: 1 }], hours }],
};
const failing = Response.json({ error: { name: 'ServiceUnavailableError', code: 'REGISTRY_AWAY', message: 'The database is away', fix: 'Wait' }, request: {}, response: {} }, { status: 503 });

function open(route: string, options: Parameters<typeof renderPlugin>[1] = {}) {
  return renderPlugin(registry, {
    route,
    user: { roles: ['portal-admin'] },
    answers: {
      [`${api}/remotes`]: { remotes: [radar], may: ['register'] },
      [`${api}/remotes/radar`]: radar,
      [`${api}/remotes/radar/health`]: health,
      [`${api}/audit`]: { entries: [] },
      ...options.answers,
    },
    ...(options.user ? { user: options.user } : {}),
  });
}

const sent = async (request: Request | undefined) => [request?.method, new URL(request?.url ?? 'http://none').pathname, await request?.clone().json()];

describe('a plugin on its way', () => {
  test('shows its id and its sections at once', async () => {
    open('/registry/remotes/radar', { answers: { [`${api}/remotes/radar`]: () => new Promise<Response>(() => undefined) } });
    expect(await screen.findByRole('heading', { level: 1, name: 'radar' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Health' })).toHaveAttribute('href', '/registry/remotes/radar/health');
  });
});

describe('the list of plugins', () => {
  test('shows which version people get and how it fares', async () => {
    open('/registry');
    const row = await screen.findByRole('row', { name: /Radar/ });
    expect(within(row).getByText('1.0.0')).toBeVisible();
    expect(await within(row).findByText('140 ms')).toBeVisible();
    expect(within(row).getByText('5 % errors')).toBeVisible();
  });

  test('is searched by name, owner and route', async () => {
    open('/registry');
    await screen.findByRole('link', { name: 'Radar' });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search plugins' }), 'insight');
    expect(screen.getByRole('link', { name: 'Radar' })).toBeVisible();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search plugins' }), 'x');
    expect(await screen.findByText('No plugin matches')).toBeVisible();
  });

  test('offers to register only to those who may', async () => {
    open('/registry', { answers: { [`${api}/remotes`]: { remotes: [radar], may: [] } } });
    await screen.findByRole('link', { name: 'Radar' });
    expect(screen.queryByRole('button', { name: 'Register a plugin' })).toBeNull();
  });

  test('says what keeps it from being read, and tries again', async () => {
    const { portal } = open('/registry', { answers: { [`${api}/remotes`]: failing } });
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away');
    portal.fetch.answer({ [`${api}/remotes`]: { remotes: [radar], may: ['register'] } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Radar' })).toBeVisible();
  });
});

describe('registering by URL', () => {
  const finding = { rule: 'entry-stays-small', severity: 'error', path: 'remoteEntry.js', message: 'Expected 9 kB, got 20 kB', fix: 'Share react' };

  test('shows every finding of the checks and registers nothing that is refused', async () => {
    const report = { ok: false, rules: ['entry-stays-small', 'ids-are-well-formed'], findings: [finding] };
    open('/registry', { answers: { [`POST ${api}/preflight`]: report } });
    await userEvent.click(await screen.findByRole('button', { name: 'Register a plugin' }));
    await userEvent.type(await screen.findByLabelText('Address'), 'https://radar.example');
    await userEvent.click(screen.getByRole('button', { name: 'Check' }));
    expect(await screen.findByText('Entry stays small')).toBeVisible();
    expect(screen.getByText('Share react')).toBeVisible();
    expect(screen.getByText('1 rule holds')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Register' })).toBeDisabled();
  });

  test('registers what the checks let through and opens its page', async () => {
    const report = { ok: true, id: 'radar', version: '1.0.0', rules: ['entry-stays-small'], findings: [] };
    const { portal } = open('/registry', { answers: { [`POST ${api}/preflight`]: report, [`POST ${api}/remotes`]: radar } });
    await userEvent.click(await screen.findByRole('button', { name: 'Register a plugin' }));
    await userEvent.type(await screen.findByLabelText('Address'), 'https://radar.example');
    await userEvent.click(screen.getByRole('button', { name: 'Check' }));
    await screen.findByText('radar 1.0.0 may be registered');
    await userEvent.click(screen.getByRole('button', { name: 'Register' }));
    expect(await screen.findByRole('heading', { level: 1, name: /Radar/ })).toBeVisible();
    const registered = portal.fetch.requests.find(({ method, url }) => method === 'POST' && url.endsWith('/remotes'));
    expect(await sent(registered)).toEqual(['POST', `${api}/remotes`, { url: 'https://radar.example' }]);
  });
});

describe('a plugin', () => {
  test('is promoted with the ETag that was read, and the change can be undone', async () => {
    const { portal } = open('/registry/remotes/radar/versions', {
      answers: { [`PUT ${api}/remotes/radar/channels/stable`]: { audit: 12, channels: [stable], etag: '3' }, [`POST ${api}/audit/12/undo`]: {} },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Actions of 1.1.0' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Promote to stable' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Promote' }));
    expect(await screen.findByText('stable gives 1.1.0 from now on')).toBeVisible();
    const move = portal.fetch.requests.find(({ method }) => method === 'PUT');
    expect(move?.headers.get('If-Match')).toBe('"7"');
    expect(await sent(move)).toEqual(['PUT', `${api}/remotes/radar/channels/stable`, { version: '1.1.0' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(portal.fetch.requests.some(({ url }) => url.endsWith('/audit/12/undo'))).toBe(true);
  });

  test('is rolled back after a question', async () => {
    const { portal } = open('/registry/remotes/radar', { answers: { [`POST ${api}/remotes/radar/rollback`]: { audit: 13, channels: [], etag: '3' } } });
    await userEvent.click(await screen.findByRole('button', { name: 'Roll back to 0.9.0' }));
    const question = await screen.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: 'Roll back' }));
    expect(await screen.findByText('Everybody gets 0.9.0 again')).toBeVisible();
    expect(await sent(portal.fetch.requests.find(({ url }) => url.endsWith('/rollback')))).toEqual(['POST', `${api}/remotes/radar/rollback`, {}]);
  });

  test('shows to a viewer what it is, and no button that changes it', async () => {
    open('/registry/remotes/radar', { answers: { [`${api}/remotes/radar`]: { ...radar, may: [] } }, user: { roles: ['viewer'] } });
    expect(await screen.findByText('everybody who gets no other version')).toBeVisible();
    for (const name of [/Roll back/, 'Change', 'Start a canary', 'More actions']) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  test('says which versions sessions still run, what keeps each, and deletes only what nobody uses', async () => {
    const [newer, given] = radar.versions as [RemoteVersion, RemoteVersion];
    const old = { ...newer, version: '0.1.0', keptBy: [] };
    const wild = { ...newer, version: '0.2.0', keptBy: ['1 session'], seen: { sessions: 1, lastAt: '2026-11-21T10:00:00Z' } };
    open('/registry/remotes/radar/versions', { answers: { [`${api}/remotes/radar`]: { ...radar, versions: [newer, given, wild, old] } } });
    const row = async (name: string) => within(await screen.findByRole('row', { name: new RegExp(`^${name}`) }));
    expect((await row('1.0.0')).getByText(/3 sessions/)).toBeVisible();
    expect((await row('0.2.0')).getByText(/^1 session,/)).toBeVisible();
    expect((await row('0.1.0')).getByText('goes with the next sweep')).toBeVisible();
    expect(screen.getByText(/2 versions of at most 500/)).toBeVisible();
    const deletable = async (version: string) => {
      await userEvent.click(screen.getByRole('button', { name: `Actions of ${version}` }));
      await screen.findByRole('menuitem', { name: 'Compare' });
      const found = screen.queryByRole('menuitem', { name: 'Delete' }) !== null;
      await userEvent.keyboard('{Escape}');
      return found;
    };
    expect([await deletable('0.1.0'), await deletable('0.2.0'), await deletable('1.0.0')]).toEqual([true, false, false]);
  });

  test('is switched off after a question, and on again by undoing that', async () => {
    const { portal } = open('/registry/remotes/radar', { answers: { [`PATCH ${api}/remotes/radar`]: { ...radar, audit: 14 }, [`POST ${api}/audit/14/undo`]: {} } });
    await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Switch off' }));
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Switch off' }));
    expect(await screen.findByText('Radar is switched off')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(portal.fetch.requests.some(({ url }) => url.endsWith('/audit/14/undo'))).toBe(true);
  });

  test('goes back past versions that were taken back, as the registry does', async () => {
    const [newer, given] = radar.versions as [RemoteVersion, RemoteVersion];
    const bad = { ...newer, version: '0.9.0', blocked: { at: '2026-11-20T10:00:00Z', reason: 'errors' } };
    const channels = [{ ...stable, previous: ['0.9.0', '0.8.0'] }];
    open('/registry/remotes/radar', { answers: { [`${api}/remotes/radar`]: { ...radar, channels, versions: [given, bad] } } });
    expect(await screen.findByRole('button', { name: 'Roll back to 0.8.0' })).toBeVisible();
  });

  test('tells what the security policy of the page refused it', async () => {
    const violation = { remote: 'radar', version: '1.0.0', directive: 'connect-src', blocked: 'https://<b>elsewhere</b>.example', attributedBy: 'source', source: 'page.js', count: 1204, firstAt: '2026-11-20T10:00:00Z', lastAt: '2026-11-21T10:00:00Z' };
    open('/registry/remotes/radar/health', { answers: { [`${api}/remotes/radar/health`]: { ...health, violations: [violation] } } });
    const row = within(await screen.findByRole('row', { name: /connect-src/ }));
    expect(row.getByText('https://<b>elsewhere</b>.example')).toBeVisible();
    expect(row.getByText('its own code, page.js (1.0.0)')).toBeVisible();
    expect(row.getByText('1,204')).toBeVisible();
  });

  test('what a version changes for all plugins is named on its health', async () => {
    const [version] = health.versions;
    const versions = [{ ...version, uncaught: { count: 3, users: 2 }, interfered: [{ what: 'window.fetch', count: 4 }] }];
    open('/registry/remotes/radar/health', { answers: { [`${api}/remotes/radar/health`]: { ...health, versions } } });
    expect(await screen.findByText(/window\.fetch \(4\)/)).toBeVisible();
    expect(screen.getByText('3, of 2 users')).toBeVisible();
  });

  test('a version that is taken back by itself is explained on its health', async () => {
    open('/registry/remotes/radar/health');
    expect(await screen.findByText('LOADER_ENTRY_LATE (1)')).toBeVisible();
    expect(screen.getByText(/within 5 minutes, at least 5 users and 20 loads saw more than 10 % errors/)).toBeVisible();
  });
});

describe('who would break', () => {
  const offer = { schema: 1, pluginApi: '1.3.0', shared: { react: '19.3.1', 'react/jsx-runtime': '19.3.1' }, routerNames: [], extensionPoints: [] };
  const finding = { rule: 'shared-ranges-fit-offer', severity: 'error', path: 'federation.shared.0.range', message: 'Expected a range that holds react 20.0.0', fix: 'Widen its range' };
  const fine = { version: '1.0.0', givenBy: ['stable'], now: 'fine', then: 'fine', findings: [] };
  const impact = {
    changes: [{ request: 'react', from: '19.3.1', to: '20.0.0' }],
    remotes: [
      { id: 'radar', title: 'Radar', owner: 'group:default/insight', breaks: true, versions: [{ ...fine, then: 'refused', findings: [finding] }] },
      { id: 'costs', title: 'Costs', breaks: false, versions: [fine] },
    ],
  };

  test('is asked by an address that can be passed on', async () => {
    const { portal } = open('/registry/impact?react=20.0.0', { answers: { [`${api}/offer`]: offer, [`POST ${api}/impact`]: impact } });
    expect(await screen.findByText('1 of 2 plugins would break.')).toBeVisible();
    const row = within(screen.getByRole('row', { name: /Radar/ }));
    expect(row.getByText('Would be refused')).toBeVisible();
    expect(row.getByText(/Expected a range that holds react 20.0.0/)).toBeVisible();
    expect(screen.getByLabelText('react')).toHaveValue('20.0.0');
    const asked = portal.fetch.requests.filter(({ url }) => url.endsWith('/impact'));
    expect(await asked.at(-1)?.clone().json()).toEqual({ shared: { react: '20.0.0', 'react/jsx-runtime': '20.0.0' } });
    await userEvent.click(screen.getByRole('button', { name: 'As it is now' }));
    expect(screen.getByLabelText('react')).toHaveValue('19.3.1');
  });

  test('is not asked for what is no version', async () => {
    const { portal } = open('/registry/impact?react=next', { answers: { [`${api}/offer`]: offer, [`POST ${api}/impact`]: { changes: [], remotes: [] } } });
    expect(await screen.findByText('Give a version such as 20.0.0')).toBeVisible();
    expect(await screen.findByText(/Nothing changes/)).toBeVisible();
    for (const request of portal.fetch.requests.filter(({ url }) => url.endsWith('/impact'))) expect(await request.clone().json()).toEqual({});
  });
});
