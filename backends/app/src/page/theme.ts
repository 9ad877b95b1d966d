import type { Request } from 'express';

/** Themes that a page can be told to start with. Without one it follows the system. */
export const themes = ['light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** The theme that the user chose in the shell, which keeps it in the cookie `portico-theme`. */
export function themeOf(request: Request): Theme | undefined {
  const value = /(?:^|;\s*)portico-theme=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
  return themes.find(theme => theme === value);
}
