/** One thing that a user chooses about the look of the portal, in this browser. */
export interface Choice<T extends string> {
  /** What there is to choose; the first is the default. */
  readonly values: readonly T[];
  current(): T;
  choose(value: T): void;
}

const secondsOfAYear = 31_536_000;
const listeners = new Set<() => void>();

/** Calls `listener` after each change of any choice. Returns how to stop. */
export function subscribeToChoices(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Makes a choice. It is an attribute of the page's root, where styles find it, and a cookie, so that the portal renders
 * the next page with it. The default is neither.
 */
function createChoice<T extends string>(name: string, values: readonly [T, ...T[]]): Choice<T> {
  const root = document.documentElement;
  const attribute = `data-${name}`;
  return {
    values,
    current: () => values.find(value => value === root.getAttribute(attribute)) ?? values[0],
    choose(value) {
      const isDefault = value === values[0];
      if (isDefault) root.removeAttribute(attribute);
      else root.setAttribute(attribute, value);
      document.cookie = `portico-${name}=${value}; Path=/; Max-Age=${isDefault ? 0 : secondsOfAYear}; SameSite=Lax`;
      for (const listener of [...listeners]) listener();
    },
  };
}

/** Colours; `system` follows the operating system. */
export const theme = createChoice('theme', ['system', 'light', 'dark', 'high-contrast']);

/** How much room rows and controls take. */
export const density = createChoice('density', ['comfortable', 'compact']);

/** Whether the navigation shows its titles, where the screen is wide. */
export const navigationWidth = createChoice('navigation', ['expanded', 'collapsed']);
