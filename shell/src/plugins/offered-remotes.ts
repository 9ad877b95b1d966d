import type { KnownRemote } from '../discovery/parse-snapshot.ts';
import { keyOf } from './remote-state.ts';

/** What changed while the page was open. */
export interface OfferChange {
  readonly added: readonly KnownRemote[];
  /** No longer offered; what was shown of them is gone. */
  readonly removed: readonly KnownRemote[];
  /** Were on the screen in a version that was taken back, and are shown in another one now. */
  readonly replaced: readonly KnownRemote[];
}

/** Another state of a remote that waits. */
export interface WaitingRemote {
  /** What is on the screen. */
  readonly shown: KnownRemote;
  /** What comes next; absent when the remote is no longer offered. */
  readonly next?: KnownRemote;
}

/** The remotes that the shell works with now, as an external store. */
export interface OfferedRemotes {
  /** The same array until something changes. */
  get(): readonly KnownRemote[];
  subscribe(listener: () => void): () => void;
  /**
   * Takes up a snapshot. Of a remote that is on the screen, another version waits until it is not; what was taken back,
   * refused or removed goes at once, unless the page keeps unsaved input.
   */
  offer(remotes: readonly KnownRemote[]): OfferChange;
  /** Says that a remote is on the screen. The returned function says that it is not any more. */
  hold(id: string): () => void;
  /**
   * The same for a page. To come to it from elsewhere takes up the version that waits, even if the page before showed a part of
   * the remote; from one page of the remote to another does not.
   */
  enter(id: string): () => void;
  /** Says that a page of a remote has input that is not saved. The returned function says that it has not any more. */
  keep(id: string): () => void;
  /** What only waits for unsaved input of a remote. The same object until something changes. */
  waitingFor(id: string): WaitingRemote | undefined;
  /** Takes up what waits for the unsaved input of a remote. */
  giveUp(id: string): void;
}

/** A version that nobody should go on with. */
function isTakenBack(shown: KnownRemote, offered: KnownRemote): boolean {
  return offered.status === 'refused' || (offered.withdrawn?.includes(shown.version) ?? false);
}

/** Counts who has said something about a remote and not taken it back. */
function createCounts(settle: () => void) {
  const counts = new Map<string, number>();
  return {
    has: (id: string) => (counts.get(id) ?? 0) > 0,
    add(id: string): () => void {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      let said = true;
      return () => {
        if (!said) return;
        said = false;
        counts.set(id, (counts.get(id) ?? 1) - 1);
        // After the page that comes next had the chance to say the same.
        queueMicrotask(settle);
      };
    },
  };
}

/** Makes the store, empty at first. */
export function createOfferedRemotes(): OfferedRemotes {
  let newest: readonly KnownRemote[] = [];
  let shown: readonly KnownRemote[] = [];
  let waiting = new Map<string, WaitingRemote>();
  /** The remote to whose page the user has just come. */
  let entered: string | undefined;
  const listeners = new Set<() => void>();
  const holds = createCounts(settle);
  const keeps = createCounts(settle);
  const pages = createCounts(() => undefined);
  /** Remotes of which a page goes away at this moment. */
  const left = new Set<string>();

  /** What is shown of a remote from now on; notes what waits for unsaved input. */
  function choose(current: KnownRemote, next: KnownRemote | undefined, notes: Map<string, WaitingRemote>): KnownRemote[] {
    const { id } = current;
    if (next && keyOf(current) === keyOf(next) && current.status === next.status) return [next];
    // Nobody works with a page that only says why there is none.
    if (next && current.status === 'refused') return [next];
    // Whoever has set or reset an override wants to see it.
    const isGone = !next || isTakenBack(current, next) || Boolean(current.override ?? next.override);
    if (isGone && holds.has(id) && keeps.has(id)) {
      const before = waiting.get(id);
      const isSame = before?.shown === current && before.next === next;
      notes.set(id, isSame ? before : { shown: current, ...(next ? { next } : {}) });
      return [current];
    }
    return next ? [holds.has(id) && !isGone && entered !== id ? current : next] : [];
  }

  function settle(): void {
    const notes = new Map<string, WaitingRemote>();
    const offered = new Map(newest.map(remote => [remote.id, remote]));
    const byId = new Map(shown.map(remote => [remote.id, remote]));
    const gone = shown.filter(({ id }) => !offered.has(id));
    const next = [
      ...newest.flatMap(remote => {
        const current = byId.get(remote.id);
        return current ? choose(current, remote, notes) : [remote];
      }),
      ...gone.flatMap(remote => choose(remote, undefined, notes)),
    ];
    const isSame = next.length === shown.length && next.every((remote, index) => remote === shown[index]);
    const isSameWait = notes.size === waiting.size && [...notes].every(([id, note]) => waiting.get(id) === note);
    waiting = notes;
    if (!isSame || !isSameWait) become(next);
  }

  function become(next: readonly KnownRemote[]): void {
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
      const former = shown;
      newest = remotes;
      if (!former.length) {
        // Nothing to compare a thousand remotes with, before the first page.
        if (remotes.length) become(remotes);
        return { added: remotes, removed: [], replaced: [] };
      }
      const before = new Set(former.map(({ id }) => id));
      settle();
      const after = new Set(shown.map(({ id }) => id));
      const versions = new Map(former.map(remote => [remote.id, keyOf(remote)]));
      const isOther = (remote: KnownRemote) => versions.has(remote.id) && versions.get(remote.id) !== keyOf(remote);
      return {
        added: remotes.filter(({ id }) => !before.has(id)),
        removed: former.filter(({ id }) => !after.has(id)),
        replaced: shown.filter(remote => holds.has(remote.id) && isOther(remote) && remote.status !== 'refused'),
      };
    },
    hold: holds.add,
    enter(id) {
      const isFresh = !pages.has(id) && !left.has(id);
      const ends = [pages.add(id), holds.add(id)];
      if (isFresh && !keeps.has(id)) {
        entered = id;
        settle();
        entered = undefined;
      }
      return () => {
        left.add(id);
        queueMicrotask(() => left.delete(id));
        for (const end of ends) end();
      };
    },
    keep: keeps.add,
    waitingFor: id => waiting.get(id),
    giveUp(id) {
      const { next } = waiting.get(id) ?? {};
      waiting = new Map([...waiting].filter(([other]) => other !== id));
      become(shown.flatMap(remote => (remote.id === id ? (next ?? []) : remote)));
    },
  };
}
