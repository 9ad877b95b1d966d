import { afterEach, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { theme } from './choices.ts';
import { ThemeChoice } from './theme-choice.tsx';

afterEach(() => theme.choose('system'));

test('a chosen theme is on the page and in the cookie; the system has neither', async () => {
  render(<ThemeChoice name="theme" />);
  expect(screen.getByRole('radio', { name: 'System' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: 'High contrast' }));
  expect(document.documentElement.dataset['theme']).toBe('high-contrast');
  expect(document.cookie).toContain('portico-theme=high-contrast');
  expect(screen.getByRole('radio', { name: 'High contrast' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: 'System' }));
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(document.cookie).not.toContain('portico-theme');
});
