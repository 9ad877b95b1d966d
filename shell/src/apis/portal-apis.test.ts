import { describe, expect, jest, test } from '@jest/globals';
import { act } from '@testing-library/react';
import {
  analyticsApiRef,
  createApiFactory,
  createApiRef,
  createPlugin,
  discoveryApiRef,
  errorApiRef,
  identityApiRef,
  notificationApiRef,
} from '@portico/plugin-api';
import { aRemote } from '../fixtures/remotes.ts';
import { readyWith, renderShell } from '../fixtures/render-shell.tsx';

const plugin = { pluginId: 'radar', version: '1.0.0' };
const scoreApiRef = createApiRef<{ score: number; asker: string }>({ id: 'lighthouse.score' });

describe('the APIs of the portal', () => {
  test('know the user', async () => {
    const { shell } = await renderShell();
    const identity = await shell.apis.get(identityApiRef, plugin);
    expect(identity?.getProfile()).toEqual({ displayName: 'Ada Lovelace' });
    expect(identity?.getIdentity()).toEqual({ userEntityRef: 'user:default/ada', ownershipEntityRefs: ['user:default/ada'], roles: ['viewer'] });
  });

  test('find backends on the origin of the portal', async () => {
    const { shell } = await renderShell();
    const discovery = await shell.apis.get(discoveryApiRef, plugin);
    expect(await discovery?.getBaseUrl('catalog')).toBe('http://localhost/api/catalog');
  });

  test('show errors to the user and tell them, with the plugin, to whoever listens', async () => {
    const { shell } = await renderShell();
    const heard = jest.fn();
    window.addEventListener('portico:error', event => heard((event as CustomEvent).detail));
    const errors = await shell.apis.get(errorApiRef, plugin);
    await act(async () => {
      errors?.report(new Error('one'));
      errors?.report(new Error('two'), { hidden: true });
    });
    expect(shell.notifications.get().map(({ message }) => message)).toEqual(['one']);
    expect(heard.mock.calls.map(([detail]) => (detail as { pluginId: string }).pluginId)).toEqual(['radar', 'radar']);
    expect(await shell.apis.get(notificationApiRef, plugin)).toBe(shell.notifications);
  });

  test('pass on what users do, with the plugin and the path', async () => {
    const { shell } = await renderShell();
    const heard = jest.fn();
    window.addEventListener('portico:analytics', event => heard((event as CustomEvent).detail), { once: true });
    (await shell.apis.get(analyticsApiRef, plugin))?.captureEvent({ action: 'click', subject: 'Go' });
    expect(heard).toHaveBeenCalledWith({ action: 'click', subject: 'Go', pluginId: 'radar', version: '1.0.0', path: '/' });
  });

  test('that a remote provides load it at the first use; what failed is tried again after a retry', async () => {
    const apis = [createApiFactory({ api: scoreApiRef, factory: (_deps, asker) => ({ score: 99, asker: asker.pluginId }) })];
    const module = { default: createPlugin({ id: 'lighthouse', title: 'Lighthouse', extensions: [], apis, provides: [scoreApiRef] }) };
    const remotes = [aRemote({ id: 'lighthouse', provides: ['lighthouse.score'] })];
    const { shell, loaded } = await renderShell({ state: readyWith(remotes), behaviours: { 'lighthouse__00000000~1': { module } } });
    expect(loaded).toEqual([]);
    await expect(shell.apis.get(scoreApiRef, plugin)).rejects.toMatchObject({ code: 'LOADER_ENTRY_UNREACHABLE' });
    shell.apis.dropFailed?.();
    expect(await shell.apis.get(scoreApiRef, plugin)).toEqual({ score: 99, asker: 'radar' });
    expect(loaded).toEqual(['lighthouse__00000000/plugin', 'lighthouse__00000000~1/plugin']);
    expect(shell.apis.get(createApiRef({ id: 'nobody.knows' }), plugin)).toBeUndefined();
  });
});
