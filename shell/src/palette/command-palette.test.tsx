import { expect, jest, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createPlugin, createSearchProviderExtension, notificationApiRef } from '@portico/plugin-api';
import type { Search } from '@portico/plugin-api';
import { aRemote } from '../fixtures/remotes.ts';
import { click, renderShell } from '../fixtures/render-shell.tsx';

const point = 'core.search-provider/v1';
const remoteWith = (id: string, title: string, order?: number) =>
  aRemote({ id, title, navigation: [{ title, path: `/${id}` }], extensions: [{ id: 'search', point, config: { title, ...(order ? { order } : {}) } }] });
const moduleWith = (id: string, search: Search) => ({
  module: { default: createPlugin({ id, title: id, extensions: [createSearchProviderExtension({ title: id, loader: async () => search })] }) },
});

const options = () => screen.getAllByRole('option').map(option => option.textContent);

async function open() {
  await click(screen.getByRole('button', { name: 'Search' }));
  return screen.findByRole('combobox', { name: 'Search' });
}

// The first test: in the later ones the palette's code is there already.
test('what is typed while the palette is on its way goes into it', async () => {
  await renderShell({ remotes: [aRemote({ navigation: [{ title: 'Radar', path: '/radar' }] })] });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  for (const key of 'sett') fireEvent.keyDown(document.body, { key });
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(await screen.findByRole('combobox', { name: 'Search' })).toHaveValue('sett');
  expect(options()).toEqual(['Settings']);
});

test('the palette finds pages and actions, and leads to them by keyboard alone', async () => {
  await renderShell({ remotes: [aRemote({ navigation: [{ title: 'Radar', path: '/radar' }] })] });
  const box = await open();
  await userEvent.type(box, 'sett');
  expect(options()).toEqual(['Settings']);
  await userEvent.clear(box);
  await userEvent.type(box, 'theme{ArrowDown}{Enter}');
  expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
  expect(screen.queryByRole('dialog')).toBeNull();
  document.documentElement.removeAttribute('data-theme');
  await act(async () => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true })));
  await userEvent.type(await screen.findByRole('combobox'), 'sett{Enter}');
  expect(await screen.findByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('remotes are loaded when the palette is first used, and each answers and fails alone', async () => {
  const entities: Search = async (text, _signal, apis) => {
    (await apis.get(notificationApiRef)).post({ severity: 'info', message: `Asked for ${text}` });
    return [
      { title: 'payments', subtitle: 'component:default/payments', to: '/radar' },
      { title: 'bad', to: 'javascript:alert(1)' },
    ];
  };
  const broken: Search = jest.fn(async () => {
    throw new Error('It broke');
  });
  const { loaded } = await renderShell({
    remotes: [remoteWith('docs', 'Documents', 20), remoteWith('catalog', 'Entities', 10)],
    behaviours: { catalog__00000000: moduleWith('catalog', entities), docs__00000000: moduleWith('docs', broken) },
  });
  expect(loaded).toEqual([]);
  await userEvent.type(await open(), 'pay');
  expect(await screen.findByRole('option', { name: /payments/ })).toHaveTextContent('component:default/payments');
  expect(await screen.findByRole('alert')).toHaveTextContent('Documents could not be searched: It broke');
  const group = screen.getByRole('group', { name: 'Entities' });
  expect(within(group).getAllByRole('option')).toHaveLength(1);
  expect(screen.getByText('Asked for pay')).toBeVisible();
});
