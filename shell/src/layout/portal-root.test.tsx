import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { createError, loaderErrors } from '@portico/errors';
import { fakeFetch, publicConfig, session } from '../fixtures/answers.ts';
import type { KnownRemote } from '../discovery/parse-snapshot.ts';
import { aRemote } from '../fixtures/remotes.ts';
import { click, readyWith, renderShell } from '../fixtures/render-shell.tsx';
import { preloadOnIntent } from './link-preload.ts';

const catalog = aRemote({ id: 'catalog', title: 'Catalog', navigation: [{ title: 'Catalog', path: '/catalog', icon: 'catalog' }] });
const radar = aRemote();
const modules = { catalog__00000000: { module: { default: () => <h1>All things</h1> } }, radar__00000000: { module: { default: () => <h1>Radar</h1> } } };

beforeEach(() => void (document.title = ''));

describe('the frame', () => {
  test('offers what the plugins ask for, and a way past it', async () => {
    await renderShell({ remotes: [catalog, radar] });
    const navigation = screen.getByRole('navigation', { name: 'Main' });
    expect(within(navigation).getAllByRole('link').map(link => link.textContent)).toEqual(['Catalog', 'RRadar']);
    await click(screen.getByRole('link', { name: 'Skip to content' }));
    expect(screen.getByRole('main')).toHaveFocus();
  });

  test('names the page, and moves the focus to its heading only after the first page', async () => {
    await renderShell({ path: '/catalog', remotes: [catalog, radar], behaviours: modules });
    expect(document.title).toBe('All things · Test portal');
    expect(document.body).toHaveFocus();
    await click(screen.getByRole('link', { name: 'Radar' }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(document.title).toBe('Radar · Test portal');
    expect(screen.getByRole('status')).toHaveTextContent('Radar');
  });

  test('has the navigation in a drawer that closes with Escape and with the next page', async () => {
    await renderShell({ remotes: [catalog] });
    await click(screen.getByRole('button', { name: 'Open the navigation' }));
    expect(screen.getByRole('button', { name: 'Close the navigation' })).toHaveAttribute('aria-expanded', 'true');
    await act(async () => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })));
    await click(screen.getByRole('button', { name: 'Open the navigation' }));
    await click(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: 'Catalog' }));
    expect(screen.getByRole('button', { name: 'Open the navigation' })).toHaveAttribute('aria-expanded', 'false');
  });

  test('takes up plugins that are registered while it is open', async () => {
    const { portal } = await renderShell({ remotes: [catalog] });
    await act(async () => portal.become(readyWith([catalog, radar], 2)));
    expect(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: 'Radar' })).toBeVisible();
  });

  test('tells the core components how the user writes numbers, until the browser is to say it again', async () => {
    const { shell } = await renderShell();
    const { dataset } = document.documentElement;
    expect(dataset['locale']).toBeUndefined();
    await act(async () => shell.preferences.setLocale('de-DE'));
    expect(dataset['locale']).toBe('de-DE');
    await act(async () => shell.preferences.setLocale(undefined));
    expect(dataset['locale']).toBeUndefined();
  });

  test('says so in development mode', async () => {
    const state = { kind: 'ready', config: publicConfig, session: { ...session, development: true }, snapshot: { revision: 1, remotes: [] } } as const;
    await renderShell({ state });
    expect(screen.getByRole('note')).toHaveTextContent('signed in as an administrator');
  });

  test('shows notifications until they are dismissed', async () => {
    const { shell } = await renderShell();
    await act(async () => shell.notifications.post({ severity: 'error', message: 'It broke', description: 'Mend it' }));
    expect(screen.getByRole('region', { name: 'Notifications' })).toHaveTextContent('It brokeMend it');
    await click(screen.getByRole('button', { name: 'Dismiss: It broke' }));
    expect(screen.queryByText('It broke')).toBeNull();
  });

  test('signs out', async () => {
    const { fetch, asked } = fakeFetch({ '/api/auth/sign-out': { status: 204, text: '' } });
    Object.assign(globalThis, { fetch });
    localStorage.setItem('portico/user%3Adefault%2Fada/home/cards', '[]');
    localStorage.setItem('portico/user%3Adefault%2Fbob/home/cards', '[]');
    const { portal } = await renderShell();
    await act(async () => screen.getByRole('button', { name: /User menu/ }).focus());
    await click(await screen.findByText('Sign out'));
    expect(Object.keys(localStorage)).toEqual(['portico/user%3Adefault%2Fbob/home/cards']);
    // Reports of an earlier test's shell leave when their time has come, and the menu asks whether there is more to offer.
    const leaving = asked.filter(path => !path.startsWith('/api/registry/'));
    expect([leaving, portal.calls]).toEqual([['/api/auth/sign-out'], ['sign-out']]);
  });
});

describe('a portal of which only the outlines are known at first', () => {
  const outline: KnownRemote = { ...radar, outline: true };

  test('asks for the rest when somebody comes to a page that needs it, and shows the page then', async () => {
    const { portal, container } = await renderShell({ path: '/radar', remotes: [catalog, outline], behaviours: modules });
    expect(container.querySelector('main [aria-busy="true"]')).toHaveTextContent('Loading Radar…');
    expect(portal.calls).toEqual(['look-again']);
    await act(async () => portal.become(readyWith([catalog, radar])));
    expect(await screen.findByRole('heading', { level: 1, name: 'Radar' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Notifications' })).toBeEmptyDOMElement();
  });

  test('goes on with the page that was whole when the rest comes', async () => {
    const { portal } = await renderShell({ path: '/catalog', remotes: [catalog, outline], behaviours: modules });
    const heading = screen.getByRole('heading', { level: 1, name: 'All things' });
    await act(async () => portal.become(readyWith([{ ...catalog }, radar])));
    expect(heading).toBeVisible();
    expect(portal.calls).toEqual([]);
  });
});

describe('pages of the shell itself', () => {
  test('at / list what there is, unless a plugin has that page', async () => {
    const { portal } = await renderShell({ remotes: [catalog] });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Test portal');
    expect(within(screen.getByRole('main')).getByRole('link', { name: 'Catalog' })).toHaveAttribute('href', '/catalog');
    const home = aRemote({ id: 'home', title: 'Home', routes: [{ path: '/', extension: 'page' }], navigation: [] });
    await act(async () => portal.become(readyWith([home], 2)));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Home could not be shown'));
  });

  test('for unknown routes name the path, what may have been meant, and the way home', async () => {
    await renderShell({ path: '/catalgo/a%20b', remotes: [catalog, radar] });
    const main = within(screen.getByRole('main'));
    expect(await main.findByRole('heading', { level: 1 })).toHaveTextContent('Page not found');
    expect(main.getByText('/catalgo/a b')).toBeVisible();
    expect(main.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(['/catalog', '/']);
  });

  test('for settings hold what a user can set', async () => {
    await renderShell({ path: '/settings' });
    const main = within(screen.getByRole('main'));
    expect(await main.findByRole('group', { name: 'Theme' })).toBeVisible();
    expect(main.getAllByRole('group').map(group => group.querySelector('legend')?.textContent)).toEqual([
      'Theme',
      'Density',
      'Dates and numbers',
      'Start page',
    ]);
  });
});

describe('without a registry', () => {
  test('the last good snapshot is shown with its moment and a button', async () => {
    const state = { kind: 'ready', config: publicConfig, session, snapshot: { revision: 1, remotes: [catalog] }, staleSince: '2026-01-02T03:04:05.000Z' } as const;
    const { portal } = await renderShell({ state, path: '/catalog', behaviours: modules });
    expect(screen.getByText(/The registry cannot be reached/)).toHaveTextContent(/Showing what was known at .*2026/);
    expect(screen.getByRole('heading', { name: 'All things' })).toBeVisible();
    await click(screen.getByRole('button', { name: 'Try now' }));
    expect(portal.calls).toEqual(['retry']);
  });

  test('and without a snapshot the page says so and counts down to the next attempt', async () => {
    jest.useFakeTimers();
    const error = createError(loaderErrors.ANSWER_LATE, { url: '/api/registry/snapshot', seconds: 5 });
    const { portal } = await renderShell({ state: { kind: 'unreachable', error, attempt: 2, retryAt: Date.now() + 4_000 } });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('The plugin registry cannot be reached');
    expect(screen.getByRole('alert')).toHaveTextContent(/Trying again in 4 s.*LOADER_ANSWER_LATE/);
    await act(async () => jest.advanceTimersByTime(2_000));
    expect(screen.getByRole('alert')).toHaveTextContent('Trying again in 2 s');
    await click(screen.getByRole('button', { name: 'Try now' }));
    expect(portal.calls).toEqual(['retry']);
    await act(async () => portal.become({ kind: 'unreachable', error, attempt: 2 }));
    expect(screen.getByRole('button', { name: 'Try now' })).toBeDisabled();
    jest.useRealTimers();
  });
});

describe('the sign-in page', () => {
  const providers = [
    { id: 'guest', title: 'Guest', startUrl: '/api/auth/guest/start' },
    { id: 'oidc', title: 'Company account', startUrl: '/api/auth/oidc/start' },
  ];

  test('has a way in for each provider', async () => {
    Object.assign(globalThis, { fetch: fakeFetch({ '/api/auth/providers': { body: { providers } } }).fetch });
    await renderShell({ state: { kind: 'signed-out', config: publicConfig } });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Sign in to Test portal');
    expect(await screen.findByRole('button', { name: 'Continue as guest' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Company account' })).toHaveAttribute('href', '/api/auth/oidc/start?from=http%3A%2F%2Flocalhost%2F');
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test('says why the last sign-in failed and what to do, beside the ways in', async () => {
    const problem = { code: 'AUTH_USER_UNKNOWN', message: 'Expected a user of the catalog', fix: 'Ask the app team' };
    Object.assign(globalThis, { fetch: fakeFetch({ '/api/auth/providers': { body: { providers, problem } } }).fetch });
    await renderShell({ state: { kind: 'signed-out', config: publicConfig } });
    expect(await screen.findByRole('alert')).toHaveTextContent('Expected a user of the catalogAsk the app team');
    expect(screen.getByRole('link', { name: 'Company account' })).toBeVisible();
  });

  test('can be tried again when the providers are out of reach', async () => {
    const server = fakeFetch({ '/api/auth/providers': 'down' });
    Object.assign(globalThis, { fetch: server.fetch });
    await renderShell({ state: { kind: 'signed-out', config: publicConfig } });
    expect(await screen.findByRole('alert')).toHaveTextContent('Failed to fetch');
    server.endpoints['/api/auth/providers'] = { body: { providers: [] } };
    await click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText(/No sign-in provider is configured/)).toBeVisible();
  });
});

describe('preloading', () => {
  test('begins when a link that leads into a remote is hovered over or focused, for that remote only', async () => {
    const remotes = [aRemote({ id: 'hovered' }), aRemote({ id: 'focused' }), aRemote({ id: 'left' })].map(remote => ({ ...remote, navigation: [{ title: remote.id, path: `/${remote.id}` }] }));
    const { shell } = await renderShell({ remotes, path: '/settings' });
    const stop = preloadOnIntent(shell);
    const preloaded = () => [...document.head.querySelectorAll('link')].map(link => link.getAttribute('href'));
    expect(preloaded()).toEqual([]);
    const link = (name: string) => screen.getByRole('link', { name });
    link('hovered').firstElementChild?.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
    await act(async () => link('focused').focus());
    document.body.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
    expect(preloaded()).toEqual(['/remotes/hovered/1.0.0/remoteEntry.js', '/remotes/focused/1.0.0/remoteEntry.js']);
    stop();
  });

  test('is for remotes that were not tried yet', async () => {
    const { shell } = await renderShell({ path: '/tried', remotes: [aRemote({ id: 'tried', navigation: [{ title: 'Tried', path: '/tried' }] })] });
    const stop = preloadOnIntent(shell);
    screen.getByRole('link', { name: 'Tried' }).dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
    expect(document.head.querySelector('link[href^="/remotes/tried"]')).toBeNull();
    stop();
  });
});
