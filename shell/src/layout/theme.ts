/** What the user wants; `system` follows the operating system. */
export type Theme = 'light' | 'dark' | 'system';

const cookieName = 'portico-theme';
const secondsOfAYear = 31_536_000;

export const themes: readonly Theme[] = ['light', 'dark', 'system'];

/** The theme in force; the portal renders the page with it. */
export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

const listeners = new Set<() => void>();

/** Calls `listener` after each change of the theme. */
export function subscribeToTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Takes up a theme, and keeps it in a cookie, so that the portal renders the next page with it. */
export function chooseTheme(theme: Theme): void {
  const { documentElement } = document;
  if (theme === 'system') delete documentElement.dataset['theme'];
  else documentElement.dataset['theme'] = theme;
  const lifetime = theme === 'system' ? 0 : secondsOfAYear;
  document.cookie = `${cookieName}=${theme}; Path=/; Max-Age=${lifetime}; SameSite=Lax`;
  for (const listener of [...listeners]) listener();
}
