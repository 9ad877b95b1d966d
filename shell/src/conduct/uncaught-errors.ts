import { isPorticoError } from '@portico/errors';
import type { RemoteVersion } from './trace-owner.ts';

/** Something a plugin threw where no boundary sees it: in a promise, a timer or an event handler. */
export interface UncaughtError {
  readonly owner: RemoteVersion;
  readonly error: unknown;
  readonly phase: 'error' | 'rejection';
  /** Of the catalogue; otherwise the name of the error. */
  readonly code: string;
}

/** Where uncaught errors come from, and where they go. */
export interface UncaughtOptions {
  readonly window: Pick<Window, 'addEventListener'>;
  /** Undefined where nobody can be told: such errors stay the page's own. */
  readonly ownerOf: (trace: string) => RemoteVersion | undefined;
  readonly tell: (uncaught: UncaughtError) => void;
}

/** A timer that throws each second is told a few times in the life of a page, and leaves room for other errors. */
const mostOfVersion = 10;
const mostAlike = 3;

function codeOf(error: unknown): string {
  if (isPorticoError(error)) return error.code;
  const { name } = (error ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && /^[A-Za-z]\w{0,59}$/.test(name) ? name : 'UNKNOWN';
}

/** Lays what nobody has caught to the plugin whose code it came through. The browser writes it on the console as ever. */
export function watchUncaught({ window, ownerOf, tell }: UncaughtOptions): void {
  const counts = new Map<string, number>();
  const isRoom = (key: string, most: number): boolean => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  };
  const take = (error: unknown, phase: UncaughtError['phase'], place = '') => {
    const { stack } = (error ?? {}) as { readonly stack?: unknown };
    const owner = ownerOf(`${typeof stack === 'string' ? stack : ''}\n@${place}`);
    if (!owner) return;
    const [version, code] = [`${owner.id}@${owner.version}`, codeOf(error)];
    if (isRoom(`${version} ${code}`, mostAlike) && isRoom(version, mostOfVersion)) tell({ owner, error, phase, code });
  };
  window.addEventListener('error', event => take(event.error, 'error', event.filename));
  window.addEventListener('unhandledrejection', event => take(event.reason, 'rejection'));
}
