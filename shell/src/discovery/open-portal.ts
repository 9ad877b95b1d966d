import type { Session } from '@portico/contracts';
import { configRevisionTopic, registryNoticeTopic, registryRevisionTopic } from '@portico/contracts';
import type { DiscoveryOptions } from './discover.ts';
import { discover } from './discover.ts';
import type { LastPortals } from './last-portal.ts';
import { createLastPortals } from './last-portal.ts';
import { loadLater } from '../parts/later.ts';
import type { Portal } from './portal.ts';
import { createPortal } from './portal.ts';
import type { Read } from './read-endpoints.ts';
import { readSession, snapshotUrl } from './read-endpoints.ts';

/** The portal as this browser sees it. */
export interface OpenPortal {
  readonly portal: Portal;
  readonly lastPortals: LastPortals;
  readonly storage: Storage | undefined;
  /** Asks who is signed in. */
  readSession(): Promise<Read<Session>>;
  /** Takes up live changes from now on, while somebody is signed in; `onNotice` hears what the registry did by itself. */
  listen(onNotice: (notice: unknown) => void): void;
}

function storageOf(window: Window): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    // Browsers can be told to forbid it.
    return undefined;
  }
}

/** Connects the portal's store with a browser window. */
export function openPortal(window: Window & typeof globalThis, firstSnapshot: string | undefined): OpenPortal {
  const storage = storageOf(window);
  const now = () => Date.now();
  const random = () => Math.random();
  const lastPortals = createLastPortals(storage, now);
  const fetch: typeof window.fetch = (input, init) => window.fetch(input, init);
  const options: DiscoveryOptions = { fetch, storage, lastPortals, now };
  let first = firstSnapshot ? { firstSnapshot } : {};
  const portal = createPortal({
    discover() {
      const found = discover({ ...options, ...first });
      // Whoever asks again has time to wait for all of it.
      first = firstSnapshot ? { firstSnapshot: snapshotUrl } : {};
      return found;
    },
    refresh: async (known, parts) => {
      const later = await loadLater().catch(() => undefined);
      return later ? later.refresh(known, parts, options) : known;
    },
    now,
    random,
  });

  const surroundings = {
    EventSource: window.EventSource,
    BroadcastChannel: window.BroadcastChannel,
    locks: window.navigator.locks,
    random,
  };
  let noticed: (notice: unknown) => void = () => undefined;
  const onEvent = (topic: string, payload: unknown) => {
    if (topic === registryNoticeTopic) noticed(payload);
    const { revision } = (payload ?? {}) as { revision?: string | number };
    if (revision === undefined) return;
    if (topic === registryRevisionTopic) portal.announce('snapshot', revision);
    if (topic === configRevisionTopic) portal.announce('config', revision);
  };
  let stop: (() => void) | undefined;
  const follow = () => {
    const ready = portal.getState().kind === 'ready';
    if (ready && !stop) {
      let stopped = false;
      let end: (() => void) | undefined;
      stop = () => {
        stopped = true;
        end?.();
      };
      void loadLater().then(({ listenToEvents }) => stopped || (end = listenToEvents(surroundings, onEvent)), () => undefined);
    } else if (!ready && stop) {
      stop();
      stop = undefined;
    }
  };
  return {
    portal,
    lastPortals,
    storage,
    readSession: () => readSession({ fetch }),
    listen(onNotice) {
      noticed = onNotice;
      portal.subscribe(follow);
      follow();
    },
  };
}
