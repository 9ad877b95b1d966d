import { afterEach, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ThemeChoice } from './theme-choice.tsx';
import { chooseTheme } from './theme.ts';

afterEach(() => chooseTheme('system'));

test('a chosen theme is on the page and in the cookie; the system has neither', async () => {
  render(<ThemeChoice name="theme" />);
  expect(screen.getByRole('radio', { name: 'System' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(document.cookie).toContain('portico-theme=dark');
  expect(screen.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: 'System' }));
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(document.cookie).not.toContain('portico-theme');
});
