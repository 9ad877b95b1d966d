import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aRemote } from '../fixtures/remotes.ts';
import { click, renderShell } from '../fixtures/render-shell.tsx';

const groups = ['Delivery', 'Quality'];

/** Plugins with one page each, in two groups. */
const plugins = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const name = `P${String(index).padStart(3, '0')}`;
    return aRemote({ id: `p${index}`, title: name, navigation: [{ title: name, path: `/p${index}`, group: groups[index % 2] ?? '' }] });
  });

const links = () => within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link').length;

test('a navigation that fits on a screen is shown whole', async () => {
  await renderShell({ path: '/nowhere', remotes: plugins(40) });
  expect(links()).toBe(40);
  expect(screen.queryByRole('button', { name: /^Show/ })).not.toBeInTheDocument();
});

test('of a longer one the first entries of each group are shown, and all when asked for', async () => {
  await renderShell({ path: '/nowhere', remotes: plugins(1_000) });
  expect(links()).toBe(20);
  await click(screen.getByRole('button', { name: 'Show 490 more of Quality' }));
  expect(links()).toBe(510);
  await click(screen.getByRole('button', { name: 'Show fewer of Quality' }));
  expect(links()).toBe(20);
});

test('the entry of the shown page is always there', async () => {
  await renderShell({ path: '/p990/below', remotes: plugins(1_000) });
  const navigation = screen.getByRole('navigation', { name: 'Main' });
  expect(within(navigation).getByRole('link', { name: 'P990' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getByRole('button', { name: 'Show 489 more of Delivery' })).toHaveAttribute('aria-expanded', 'false');
});
