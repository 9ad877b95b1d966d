import type { Session } from '@portico/contracts';
import { backOff } from './back-off.ts';
import type { Discovery } from './discover.ts';
import type { PortalState, ReadyPortal } from './portal-state.ts';

/** A part of what is known that can change by itself. */
export type PortalPart = 'snapshot' | 'config';

/** What the portal is made of. */
export interface PortalOptions {
  /** One whole attempt; never rejects. */
  readonly discover: () => Promise<Discovery>;
  /** Reads again what may have changed; never rejects. */
  readonly refresh: (known: ReadyPortal, parts: readonly PortalPart[]) => Promise<Discovery>;
  readonly now: () => number;
  readonly random: () => number;
}

/** What the shell knows of the portal, as an external store. */
export interface Portal {
  getState(): PortalState;
  subscribe(listener: () => void): () => void;
  /** Discovers; resolves when the first answer is there. */
  start(): Promise<void>;
  /** Tries again at once, while the portal is unreachable or what is shown is old. */
  retry(): Promise<void>;
  /** Takes up a revision that was announced. A snapshot is asked for within 1 s, at a random moment. */
  announce(part: PortalPart, revision: number | string): void;
  /** Asks for the snapshot at once: what this session is offered has changed, and no revision says so. */
  lookAgain(): Promise<void>;
  signOut(): void;
  /** The session has ended by itself: what is shown stays. */
  expire(): void;
  /** There is a session of the same user again, or it lasts longer. */
  renew(session: Session): void;
}

/** Makes the store. While the registry is away it asks again with growing pauses until it is back. */
export function createPortal({ discover, refresh, now, random }: PortalOptions): Portal {
  let state: PortalState = { kind: 'starting' };
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const listeners = new Set<() => void>();
  const announced = new Set<PortalPart>();
  let announcements: ReturnType<typeof setTimeout> | undefined;
  let refreshing = Promise.resolve();

  function become(next: PortalState) {
    state = next;
    for (const listener of [...listeners]) listener();
  }

  function later(action: () => Promise<void>, pause: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void action(), pause);
  }

  function take(found: Discovery) {
    if (found.kind === 'failed') {
      attempt += 1;
      const pause = backOff(attempt, random);
      // What is shown stays; only a portal of which nothing is known says so on the whole page.
      if (state.kind !== 'ready') become({ kind: 'unreachable', error: found.error, attempt, retryAt: now() + pause });
      else if (!state.staleSince) become({ ...state, staleSince: new Date(now()).toISOString() });
      later(attemptAgain, pause);
    } else if (found.kind === 'ready' && found.staleSince) {
      attempt += 1;
      if (state.kind !== 'ready' || !state.staleSince) become(found);
      later(attemptAgain, backOff(attempt, random));
    } else {
      attempt = 0;
      clearTimeout(timer);
      // Nobody has signed out: what is on the page, typed texts included, waits for the next session.
      if (found.kind === 'signed-out' && state.kind === 'ready') expire();
      else become(found);
    }
  }

  function expire() {
    if (state.kind === 'ready' && !state.expired) become({ ...state, expired: true });
  }

  async function run(reading: Promise<Discovery>) {
    asked += 1;
    const own = asked;
    const found = await reading;
    // An answer that was overtaken by a later question is dropped.
    if (own === asked) take(found);
  }

  const attemptAgain = async () => {
    clearTimeout(timer);
    if (state.kind === 'unreachable') become({ kind: 'unreachable', error: state.error, attempt: state.attempt });
    await run(discover());
  };

  async function refreshAnnounced() {
    const parts = [...announced];
    announced.clear();
    if (state.kind !== 'ready' || !parts.length) return;
    const own = asked;
    const found = await refresh(state, parts);
    if (own === asked) take(found);
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: () => run(discover()),
    retry: attemptAgain,
    announce(part, revision) {
      if (state.kind !== 'ready' || state.staleSince) return;
      const known = part === 'snapshot' ? state.snapshot.revision : state.config.revision;
      if (known === revision) return;
      announced.add(part);
      announcements ??= setTimeout(() => {
        announcements = undefined;
        // One after the other: each begins with what the one before has found.
        refreshing = refreshing.then(refreshAnnounced);
      }, random() * 1_000);
    },
    lookAgain() {
      announced.add('snapshot');
      refreshing = refreshing.then(refreshAnnounced);
      return refreshing;
    },
    expire,
    renew(session) {
      if (state.kind !== 'ready') return;
      const { expired: _expired, ...known } = state;
      become({ ...known, session });
    },
    signOut() {
      clearTimeout(timer);
      asked += 1;
      become({ kind: 'signed-out', config: state.kind === 'ready' ? state.config : { revision: '', config: {} } });
    },
  };
}
