import type { Request } from 'express';

/**
 * What a user has chosen about the look, and the shell keeps in cookies: the page has it from the start. The shell knows
 * the defaults, which are not listed here.
 */
export const appearanceChoices = {
  theme: ['light', 'dark', 'high-contrast'],
  density: ['compact'],
  navigation: ['collapsed'],
} as const;

/** The attributes of the page's root for the cookies `portico-<name>` of a request: ` data-theme="dark"`. Other values are dropped. */
export function appearanceOf(request: Request): string {
  const cookies = (request.headers.cookie ?? '').split(';').map(pair => pair.trim());
  return Object.entries(appearanceChoices)
    .flatMap(([name, values]) => {
      const value = (values as readonly string[]).find(one => cookies.includes(`portico-${name}=${one}`));
      return value ? [` data-${name}="${value}"`] : [];
    })
    .join('');
}
