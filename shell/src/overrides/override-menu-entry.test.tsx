import { beforeEach, describe, expect, test } from '@jest/globals';
import type { OverrideList } from '@portico/contracts';
import { act, screen } from '@testing-library/react';
import { fakeFetch } from '../fixtures/answers.ts';
import { aRemote } from '../fixtures/remotes.ts';
import { click, readyWith, renderShell } from '../fixtures/render-shell.tsx';
import { loadOverrides } from '../parts/later.ts';

const base = '/api/registry/overrides';
const list: OverrideList = { enabled: true, origins: ['http://localhost:*'], mostPerSession: 5, overrides: [], remotes: [{ id: 'radar', title: 'Radar' }] };
const ready = readyWith([aRemote()]);
let asked: readonly string[];

function serve(found: OverrideList): void {
  const { fetch, asked: paths } = fakeFetch({ [base]: { body: found } });
  asked = paths;
  Object.assign(globalThis, { fetch });
}

beforeEach(async () => void (await loadOverrides()));

const openMenu = async () => act(async () => screen.getByRole('button', { name: /^User menu of/ }).focus());
const settle = () => act(async () => undefined);

describe('the entry of local overrides in the menu of the user', () => {
  test('leads to the overrides in the settings, whose heading takes the focus', async () => {
    serve(list);
    await renderShell({ path: '/not-there', state: ready });
    expect(asked).toEqual([]);
    await openMenu();
    await click(await screen.findByText('Local overrides…'));
    await screen.findByRole('heading', { name: 'Settings' });
    await settle();
    expect(document.activeElement?.textContent).toBe('Local overrides');
  });

  test('is not there for those who may replace nothing', async () => {
    serve({ ...list, remotes: [] });
    await renderShell({ path: '/not-there', state: ready });
    await openMenu();
    await screen.findByText('Sign out');
    await settle();
    expect(asked).toEqual([base]);
    expect(screen.queryByText('Local overrides…')).toBeNull();
  });

  test('is not even asked for on behalf of somebody without a role', async () => {
    serve(list);
    const session = ready.kind === 'ready' ? ready.session : undefined;
    await renderShell({ path: '/not-there', state: { ...ready, session: { ...session, user: { ...session?.user, roles: [] } } } as typeof ready });
    await openMenu();
    await screen.findByText('Sign out');
    await settle();
    expect(asked).toEqual([]);
  });
});
