import type { SnapshotRemote } from '@portico/contracts';
import { keyOf } from './remote-state.ts';

/** What changed while the page was open. */
export interface OfferChange {
  readonly added: readonly SnapshotRemote[];
  /** No longer offered; what was shown of them is gone. */
  readonly removed: readonly SnapshotRemote[];
}

/** The remotes that the shell works with now, as an external store. */
export interface OfferedRemotes {
  /** The same array until something changes. */
  get(): readonly SnapshotRemote[];
  subscribe(listener: () => void): () => void;
  /** Takes up a snapshot. Of a remote that is in use, another version waits until it is not. */
  offer(remotes: readonly SnapshotRemote[]): OfferChange;
  /** Says that a remote is on the screen. The returned function says that it is not any more. */
  hold(id: string): () => void;
}

function isHeldBack(shown: SnapshotRemote | undefined, offered: SnapshotRemote): shown is SnapshotRemote {
  return shown !== undefined && keyOf(shown) !== keyOf(offered) && offered.status !== 'refused';
}

/** Makes the store, empty at first. */
export function createOfferedRemotes(): OfferedRemotes {
  let newest: readonly SnapshotRemote[] = [];
  let shown: readonly SnapshotRemote[] = [];
  const holds = new Map<string, number>();
  const listeners = new Set<() => void>();

  function settle(): void {
    const byId = new Map(shown.map(remote => [remote.id, remote]));
    const next = newest.map(offered => {
      const current = byId.get(offered.id);
      return holds.get(offered.id) && isHeldBack(current, offered) ? current : offered;
    });
    if (next.length === shown.length && next.every((remote, index) => remote === shown[index])) return;
    shown = next;
    for (const listener of [...listeners]) listener();
  }

  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    offer(remotes) {
      const before = new Set(shown.map(({ id }) => id));
      const after = new Set(remotes.map(({ id }) => id));
      const removed = shown.filter(({ id }) => !after.has(id));
      newest = remotes;
      settle();
      return { added: remotes.filter(({ id }) => !before.has(id)), removed };
    },
    hold(id) {
      holds.set(id, (holds.get(id) ?? 0) + 1);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holds.set(id, (holds.get(id) ?? 1) - 1);
        // After the page that comes next had the chance to hold the same remote.
        queueMicrotask(settle);
      };
    },
  };
}
