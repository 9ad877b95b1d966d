import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { TabNav } from './tabs.tsx';

const tabs = [
  { to: '/catalog/default/component/web.shop', label: 'Overview', end: true },
  { to: '/catalog/default/component/web.shop/docs', label: 'Docs' },
];

function show(path: string) {
  render(
    <MemoryRouter initialEntries={[path]}>
      <TabNav label="web.shop" tabs={tabs} />
    </MemoryRouter>,
  );
}

describe('TabNav', () => {
  test('marks the tab of the current path, also for paths below it', () => {
    show('/catalog/default/component/web.shop/docs/install');
    expect(screen.getByRole('navigation', { name: 'web.shop' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Docs' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: 'Overview' })).not.toHaveAttribute('aria-current');
  });

  test('brings the current tab into sight where not all have room', () => {
    // A bar of 300 pixels; the tab is 100 wide and begins at 400.
    const widths = { scrollWidth: 600, clientWidth: 300, offsetWidth: 100 };
    for (const [name, value] of Object.entries(widths)) Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
    Object.defineProperty(HTMLElement.prototype, 'offsetLeft', { configurable: true, get: function (this: HTMLElement) { return this.tagName === 'A' ? 400 : 0; } });
    show('/catalog/default/component/web.shop/docs');
    expect(screen.getByRole('navigation').scrollLeft).toBe(300);
    for (const name of [...Object.keys(widths), 'offsetLeft']) Reflect.deleteProperty(HTMLElement.prototype, name);
  });

  test('moves to the path of the tab that is chosen', async () => {
    show('/catalog/default/component/web.shop');
    await userEvent.click(screen.getByRole('link', { name: 'Docs' }));
    expect(screen.getByRole('link', { name: 'Docs' })).toHaveAttribute('aria-current', 'page');
  });
});
