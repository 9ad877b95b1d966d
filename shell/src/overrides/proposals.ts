/** What somebody proposes to load in the place of a remote, one text each: `<id>@<manifest url>`. */
export interface Proposals {
  /** The same array until something changes; the first is asked about next. */
  get(): readonly string[];
  subscribe(listener: () => void): () => void;
  add(text: string): void;
  /** The user has answered. */
  drop(text: string): void;
}

const parameter = 'portico-remote';
const key = 'portico:proposed-remotes';
const listeners = new Set<() => void>();
let waiting: readonly string[] = [];

const isOurs = (part: string) => new URLSearchParams(part).has(parameter);

/** Kept for this tab only: a sign-in may lead away from the page and back. */
function keep(texts: readonly string[]): void {
  waiting = texts;
  try {
    if (texts.length) window.sessionStorage.setItem(key, JSON.stringify(texts));
    else window.sessionStorage.removeItem(key);
  } catch {
    // A forbidden storage: the question is asked on this page or not at all.
  }
  for (const listener of [...listeners]) listener();
}

function kept(): readonly string[] {
  try {
    const texts = JSON.parse(window.sessionStorage.getItem(key) ?? '[]') as unknown;
    return Array.isArray(texts) ? texts.filter(text => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

/**
 * Takes `?portico-remote=` out of the address, before anything else happens, and notes what it proposes.
 *
 * @returns true for `?portico-remote=reset`: all overrides of the session have to end
 */
export function takeProposals(): boolean {
  const { pathname, search, hash } = window.location;
  const parts = search.slice(1).split('&');
  const proposed = parts.filter(isOurs).flatMap(part => new URLSearchParams(part).getAll(parameter));
  const before = kept();
  if (proposed.length) {
    const rest = parts.filter(part => !isOurs(part)).join('&');
    window.history.replaceState(window.history.state, '', pathname + (rest && `?${rest}`) + hash);
  }
  const wantsReset = proposed.includes('reset');
  if (wantsReset) keep([]);
  else if (proposed.length + before.length) keep([...new Set([...before, ...proposed])]);
  return wantsReset;
}

/** The proposals of this tab. */
export const proposals: Proposals = {
  get: () => waiting,
  subscribe(listener) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  add: text => keep([...new Set([...waiting, text])]),
  drop: text => keep(waiting.filter(one => one !== text)),
};
