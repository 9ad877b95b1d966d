import type { JsonObject } from '@portico/config';
import type { LoadEvent, Session, SnapshotRemote } from '@portico/contracts';
import { overrideVersionMark } from '@portico/contracts';
import { storageApiRef } from '@portico/plugin-api';
import type { ApiHolder, ApiRef, PluginInfo, StorageApi } from '@portico/plugin-api';
import type { ReadyPortal } from './discovery/portal-state.ts';
import { createNotifications } from './apis/notifications.ts';
import type { LastPortals } from './discovery/last-portal.ts';
import type { Portal } from './discovery/portal.ts';
import type { Read } from './discovery/read-endpoints.ts';
import { createPageFocus } from './layout/page-focus.ts';
import type { Shell } from './layout/shell-context.ts';
import type { RemoteLoader } from './loading/remote-loader.ts';
import type { Retry } from './loading/retrying.ts';
import { createExtensionLoads } from './plugins/extension-loads.ts';
import { createOfferedRemotes } from './plugins/offered-remotes.ts';
import type { LaterParts } from './parts/later.ts';
import { laterParts, loadLater, loadOverrides } from './parts/later.ts';
import { createRemoteStore } from './plugins/remote-store.ts';
import { createPreferences } from './preferences/preferences.ts';
import type { LoadReports } from './reports/load-reports.ts';
import type { SessionWatch } from './session/session-watch.ts';

/** What the shell is put together from. */
export interface ShellOptions {
  readonly portal: Portal;
  readonly lastPortals: LastPortals;
  readonly loader: RemoteLoader;
  readonly storage: Storage | undefined;
  /** Asks who is signed in. */
  readonly readSession: () => Promise<Read<Session>>;
  /** How the files of extensions are asked for again; default not at all. */
  readonly retry?: Retry;
  /** Told of each remote of which something is about to be shown. */
  readonly onUse?: (remote: SnapshotRemote) => void;
  /** Told of each remote of which code has just run. */
  readonly onRan?: (remote: Pick<SnapshotRemote, 'id' | 'version'>) => void;
  /** Remotes that fail on purpose. */
  readonly chaos?: { has(id: string): boolean };
}

const nobody: ReadyPortal['session']['user'] = { entityRef: '', displayName: '', ownershipEntityRefs: [], roles: [] };

/** Puts the parts together: what the portal offers becomes remotes, and remotes get their APIs. */
export function createShell({ portal, lastPortals, loader, storage, readSession, retry, onUse, onRan, chaos }: ShellOptions): Shell {
  const offered = createOfferedRemotes();
  const notifications = createNotifications();
  const focus = createPageFocus();
  const ready = (): ReadyPortal | undefined => {
    const state = portal.getState();
    return state.kind === 'ready' ? state : undefined;
  };
  const config = () => {
    const state = portal.getState();
    return ('config' in state ? state.config.config : {}) as JsonObject;
  };

  async function signOut(): Promise<void> {
    const left = await fetch('/api/auth/sign-out', { method: 'POST' }).catch(() => undefined);
    // Where the session at the provider has to end too, the browser goes there and comes back.
    const next = left?.status === 200 ? ((await left.json()) as { continueAt?: string }).continueAt : undefined;
    lastPortals.forget();
    const user = ready()?.session.user.entityRef;
    if (user) laterParts()?.forgetUser(storage, user);
    portal.signOut();
    if (next) window.location.assign(next);
  }

  let watch: SessionWatch | undefined;
  const session = async () => {
    const { createSessionWatch } = await loadLater();
    return (watch ??= createSessionWatch({ portal, readSession, now: () => Date.now(), reload: () => window.location.reload() }));
  };
  const preferences = createPreferences({
    config,
    storage: () => (ready() && laterParts() ? (apis.get(storageApiRef) as StorageApi) : undefined),
  });
  let reports: LoadReports | undefined;
  const onLoad = (event: LoadEvent) => {
    const parts = laterParts();
    if (!parts) return;
    const onLeave = (listener: () => void) => window.addEventListener('pagehide', listener);
    reports ??= parts.createLoadReports({ fetch: (input, init) => window.fetch(input, init), onLeave, running: store.running, storage: () => sessionStorage });
    const isOverride = event.version.includes(overrideVersionMark);
    reports.report(isOverride ? { ...event, because: 'override' } : chaos?.has(event.remote) ? { ...event, because: 'chaos' } : event);
  };
  const store = createRemoteStore({ loader, portalApis: () => apis, onLoad });
  const loads = createExtensionLoads(store, { onLoad, ...(onUse ? { onUse } : {}), ...(onRan ? { onRan } : {}), ...(retry ? { retry } : {}) });
  const makeApis = ({ createPortalApis, createExtensionsApi, createProvidedApis, createRoutesApi }: LaterParts) =>
    createPortalApis({
      config: { current: config, subscribe: portal.subscribe },
      identity: { user: () => ready()?.session.user ?? nobody, signOut },
      notifications,
      extensions: errors => createExtensionsApi({ offered, loads, errors, onLoad }),
      routes: createRoutesApi({
        remotes: offered.get,
        config,
        subscribe(listener) {
          const stops = [offered.subscribe(listener), portal.subscribe(listener)];
          return () => stops.forEach(stop => stop());
        },
      }),
      storage,
      preferences,
      recover: async request => (await loadLater()).repeatWithSession(request, await session()),
      keepInput: offered.keep,
      provided: createProvidedApis(offered, store),
    });
  let made: ApiHolder | undefined;
  const apis: ApiHolder = {
    get<T>(ref: ApiRef<T>, plugin?: PluginInfo) {
      const parts = laterParts();
      // The chunk is there before anything is rendered, unless it could not be fetched then.
      if (!parts) return loadLater().then(() => apis.get(ref, plugin)) as Promise<T>;
      made ??= makeApis(parts);
      return made.get(ref, plugin);
    },
    dropFailed: () => made?.dropFailed?.(),
  };

  let known: { readonly snapshot: unknown; readonly config: unknown; readonly parts: unknown } | undefined;
  const offer = () => {
    const snapshot = ready()?.snapshot;
    const now = { snapshot, config: config(), parts: laterParts() };
    if (!snapshot || (known?.snapshot === snapshot && known.config === now.config && known.parts === now.parts)) return;
    const first = known === undefined;
    known = now;
    const { removed, replaced } = offered.offer(now.parts?.configureExtensions(snapshot.remotes, now.config) ?? snapshot.remotes);
    if (first) return;
    for (const { title } of removed) notifications.post({ severity: 'warning', message: `${title} is no longer available.` });
    for (const { title, version, override } of replaced) {
      // What was replaced under somebody's eyes stays until they have seen it. Of an override the bar tells.
      if (!override) notifications.post({ severity: 'warning', message: `${title} went back to version ${version}.` });
    }
    if (replaced.length) focus.request();
  };
  portal.subscribe(offer);
  offered.subscribe(() => {
    store.keepOnly(offered.get());
    loads.keepOnly(offered.get());
  });

  const resetOverride = async (id?: string) => {
    const { overrideCalls, takeUp } = await loadOverrides();
    await overrideCalls.reset(id);
    await takeUp(portal);
  };

  return { portal, resetOverride, config, offer, offered, store, loads, notifications, apis, focus, preferences, onLoad, session, signOut };
}
