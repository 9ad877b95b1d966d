import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import { fakeFetch } from '../fixtures/answers.ts';
import type { FakeEndpoint } from '../fixtures/answers.ts';
import { aRemote } from '../fixtures/remotes.ts';
import { click, renderShell } from '../fixtures/render-shell.tsx';
import { loadOverrides } from '../parts/later.ts';
import { proposals } from './proposals.ts';

const url = 'http://localhost:3010/portico-plugin.json';
const text = `radar@${url}`;
const base = '/api/registry/overrides';
const proposed = { remote: 'radar', title: 'Radar', version: '1.0.0', origin: 'http://localhost:3010', manifestUrl: url, lastsMs: 8 * 3600_000 };
const override = { url, manifestUrl: url, origin: 'http://localhost:3010', expiresAt: '2999-01-01T00:00:00.000Z' };
const overridden = aRemote({ version: '2.0.0+override.0a1b2c3d', status: 'unverified', override });
const refusal = (code: string, details?: object[]) => ({ status: 422, body: { error: { name: 'UnprocessableError', code, message: `Because ${code}`, fix: 'Do this', ...(details ? { details } : {}) } } });

let asked: string[];
let sent: Record<string, unknown>[];

function serve(endpoints: Record<string, FakeEndpoint>): void {
  sent = [];
  const note = (init: RequestInit | undefined) => ((sent.push({ method: init?.method, body: init?.body })), { status: 200, body: {} });
  const { fetch, asked: paths } = fakeFetch({ [`${base}/proposals`]: { body: proposed }, [url]: { body: { id: 'radar', assets: [1] } }, [`${base}/radar`]: note, ...endpoints });
  asked = paths;
  Object.assign(globalThis, { fetch });
}

beforeEach(async () => {
  await loadOverrides();
  Object.assign(AbortSignal, { timeout: () => new AbortController().signal });
  serve({});
});
afterEach(() => {
  for (const one of proposals.get()) act(() => proposals.drop(one));
});

const dialog = () => screen.findByRole('dialog');
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the question about an override', () => {
  test('names what would come from where, and nothing has been fetched from there', async () => {
    proposals.add(text);
    await renderShell({ path: '/settings', remotes: [aRemote()] });
    await button('Load it from localhost:3010');
    const shown = within(await dialog());
    expect(shown.getByRole('heading').textContent).toBe('Replace Radar in this session?');
    expect(shown.getByText('http://localhost:3010').tagName).toBe('STRONG');
    expect(shown.getByText(/everything that you can do here/)).toBeTruthy();
    expect(shown.getByText(/8 hours have passed/)).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Cancel');
    expect(asked.filter(address => !address.startsWith('/'))).toEqual([]);
    await click(await button('Cancel'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked).not.toContain(url);
    expect(sent).toEqual([]);
  });

  test('is followed by what the user agrees to: the manifest is read, the registry told, the snapshot asked for', async () => {
    proposals.add(text);
    const { portal } = await renderShell({ path: '/settings', remotes: [aRemote()] });
    await click(await button(/^Load it from/));
    expect(sent).toEqual([{ method: 'PUT', body: JSON.stringify({ url, manifest: { id: 'radar', assets: [] } }) }]);
    expect(portal.calls).toContain('look-again');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('is asked for each proposal, one after the other', async () => {
    proposals.add(text);
    proposals.add('catalog@http://localhost:3011/');
    await renderShell({ path: '/settings', remotes: [aRemote()] });
    await button(/^Load it from/);
    expect(screen.getByText('One more waits.')).toBeTruthy();
    await click(await button('Cancel'));
    await button(/^Load it from/);
    expect(proposals.get()).toEqual(['catalog@http://localhost:3011/']);
  });

  test('is not asked where the portal refuses: it says why', async () => {
    serve({ [`${base}/proposals`]: { status: 403, body: { error: { name: 'NotAllowedError', code: 'REGISTRY_OVERRIDE_ORIGIN', message: 'Expected another origin', fix: 'Ask the operator' } } } });
    proposals.add('radar@https://evil.example/x.json');
    await renderShell({ path: '/settings', remotes: [aRemote()] });
    await button('Close');
    expect((await dialog()).textContent).toContain('Expected another originAsk the operatorREGISTRY_OVERRIDE_ORIGIN');
    expect(screen.queryByRole('button', { name: /^Load/ })).toBeNull();
    expect(asked.filter(address => !address.startsWith('/'))).toEqual([]);
  });

  test('ends in a list of all findings where the build does not fit, and can be tried again', async () => {
    const details = [{ code: 'portal-range-fits-offer', path: 'portal', message: 'Expected ^1', fix: 'Build it anew' }, { code: 'routes-do-not-collide', path: 'routes.0.path', message: 'Expected a free route', fix: 'Choose another' }];
    serve({ [`${base}/radar`]: refusal('REGISTRY_CHECKS_FAILED', details) });
    proposals.add(text);
    await renderShell({ path: '/settings', remotes: [aRemote()] });
    await click(await button(/^Load it from/));
    const findings = within(await screen.findByRole('alert')).getAllByRole('listitem').map(item => item.textContent);
    expect(findings).toEqual(['Fault Expected ^1Build it anewportal-range-fits-offerportal', 'Fault Expected a free routeChoose anotherroutes-do-not-collideroutes.0.path']);
    await click(await button('Try again'));
    expect(asked.filter(address => address === url)).toHaveLength(2);
  });

  test('says so when the build server does not answer', async () => {
    serve({ [url]: 'down' });
    proposals.add(text);
    await renderShell({ path: '/settings', remotes: [aRemote()] });
    await click(await button(/^Load it from/));
    expect((await screen.findByRole('alert')).textContent).toContain('LOADER_OVERRIDE_UNREACHABLE');
    expect(sent).toEqual([]);
  });
});

describe('an override of the session', () => {
  test('is named by a bar on every page, and reset in one click', async () => {
    const { portal } = await renderShell({ path: '/settings', remotes: [aRemote({ id: 'catalog' }), overridden] });
    const bar = within(screen.getByRole('region', { name: 'Overrides in use' }));
    expect(bar.getByRole('status').textContent).toContain('Radar is loaded from http://localhost:3010');
    await click(bar.getByRole('button', { name: 'Reset Radar' }));
    expect(sent.map(({ method }) => method)).toEqual(['DELETE']);
    expect(portal.calls).toContain('look-again');
  });

  test('that can not be reset now names the other way out', async () => {
    serve({ [`${base}/radar`]: 'down' });
    await renderShell({ path: '/settings', remotes: [overridden] });
    await click(await button('Reset Radar'));
    expect((await screen.findByRole('alert')).textContent).toContain('?portico-remote=reset');
  });

  test('that fails says on its page that it is one, without a stand-in, and offers the reset', async () => {
    serve({ [url]: 'down', [`${base}/radar`]: { status: 204 } });
    const { portal } = await renderShell({ path: '/radar', remotes: [overridden] });
    const failure = (await screen.findAllByRole('alert'))[0] as HTMLElement;
    expect(failure.textContent).toContain('not the published version but the local override from http://localhost:3010');
    await click(within(failure).getByRole('button', { name: 'Reset to the published version' }));
    expect(portal.calls).toContain('look-again');
  });

  test('that is refused by now says the same', async () => {
    const reason = { code: 'REGISTRY_CHECKS_FAILED', message: 'Expected a free route', fix: 'Choose another' };
    await renderShell({ path: '/radar', remotes: [aRemote({ ...overridden, status: 'refused', reason })] });
    expect((await screen.findByRole('alert')).textContent).toContain('Expected a free route');
    expect(await button('Reset to the published version')).toBeTruthy();
  });
});

describe('the settings of overrides', () => {
  const list = { enabled: true, origins: ['http://localhost:*'], mostPerSession: 5, overrides: [], remotes: [{ id: 'radar', title: 'Radar' }] };
  const active = { remote: 'radar', title: 'Radar', url, origin: 'http://localhost:3010', version: '2.0.0', setAt: '2026-11-21T09:00:00.000Z', expiresAt: '2026-11-21T17:00:00.000Z', findings: [] };

  test('point a plugin at a build, with the same question as a link', async () => {
    serve({ [base]: { body: list } });
    await renderShell({ path: '/settings', remotes: [aRemote()] });
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Address of its portico-plugin.json' });
    field.value = url;
    await click(await button('Use this build'));
    expect(proposals.get()).toEqual([text]);
    expect((await dialog()).textContent).toContain('http://localhost:3010');
  });

  test('list what is overridden until when, and what the checks say of it', async () => {
    const finding = { rule: 'entry-stays-small', severity: 'warning', path: 'remoteEntry.js', message: 'Expected less', fix: 'Split it' };
    serve({ [base]: { body: { ...list, overrides: [{ ...active, findings: [finding] }, { ...active, remote: 'catalog', title: 'Catalog' }] } } });
    await renderShell({ path: '/settings', remotes: [overridden] });
    const rows = within(await screen.findByRole('list', { name: 'Overrides of this session' }));
    expect(rows.getByText('One remark of the checks')).toBeTruthy();
    expect(rows.getAllByText(/^until/)).toHaveLength(2);
    await click(await button('Reset all'));
    expect(asked.filter(address => address === base).length).toBeGreaterThan(1);
  });

  test.each([
    ['who may replace nothing', { ...list, remotes: [] }],
    ['where they are switched off', { ...list, enabled: false }],
  ])('are not shown to those %s', async (_who, body) => {
    serve({ [base]: { body } });
    await renderShell({ path: '/settings', remotes: [aRemote()] });
    await act(async () => undefined);
    expect(screen.queryByRole('heading', { name: 'Local overrides' })).toBeNull();
  });
});
