import type { KnownSnapshot } from './parse-snapshot.ts';
import { parseSnapshot } from './parse-snapshot.ts';

/** A snapshot of earlier, with the moment at which the registry gave it. */
export interface LastSnapshot {
  readonly snapshot: KnownSnapshot;
  readonly etag?: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** Where the last good snapshot of each user of this browser is kept. */
export interface LastSnapshots {
  read(user: string): LastSnapshot | undefined;
  write(user: string, last: LastSnapshot): void;
}

const prefix = 'portico:snapshot:';

/** The key under which a user's last snapshot is kept. */
export const snapshotKeyOf = (user: string): string => prefix + user;

/** A snapshot larger than this is not kept: browsers give an origin about 5 million characters for everything. */
const mostCharacters = 1_000_000;
/** How many users of one browser are remembered. */
const mostUsers = 3;
/** With more remotes, writing takes as long as a part of the first page does, and waits until that is there. */
const mostAtOnce = 100;
const laterMs = 1_000;

interface Kept {
  readonly at: string;
  readonly etag?: string;
  readonly snapshot: unknown;
}

function others(storage: Storage, own: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const when = (key: string) => (/"at":"([^"]+)"/.exec(storage.getItem(key)?.slice(0, 60) ?? '') ?? ['', ''])[1] ?? '';
  return keys.filter(key => key.startsWith(prefix) && key !== own).sort((a, b) => when(b).localeCompare(when(a)));
}

/** Keeps last good snapshots in a web storage. A storage that is full or forbidden keeps nothing and harms nothing. */
export function createLastSnapshots(storage: Storage | undefined): LastSnapshots {
  function keep(user: string, { snapshot, etag, at }: LastSnapshot): void {
    const key = snapshotKeyOf(user);
    // `at` comes first: it is read from the beginning of the text to find the oldest.
    const text = JSON.stringify({ at, ...(etag ? { etag } : {}), snapshot });
    try {
      if (!storage || text.length > mostCharacters) return storage?.removeItem(key);
      for (const old of others(storage, key).slice(mostUsers - 1)) storage.removeItem(old);
      storage.setItem(key, text);
    } catch {
      storage?.removeItem(key);
    }
  }
  return {
    read(user) {
      try {
        const text = storage?.getItem(snapshotKeyOf(user));
        if (!text) return undefined;
        const kept = JSON.parse(text) as Kept;
        const snapshot = parseSnapshot(kept.snapshot, 'the browser storage');
        return { snapshot, at: String(kept.at), ...(kept.etag ? { etag: kept.etag } : {}) };
      } catch {
        return undefined;
      }
    },
    write(user, last) {
      const { remotes } = last.snapshot;
      // What is allowed for a session, and for a while, must not come back while nobody can be asked.
      if (remotes.some(({ override }) => override)) return;
      if (remotes.length > mostAtOnce) setTimeout(() => keep(user, last), laterMs);
      else keep(user, last);
    },
  };
}
