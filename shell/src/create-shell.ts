import type { JsonObject } from '@portico/config';
import type { ReadyPortal } from './discovery/portal-state.ts';
import { createExtensionsApi } from './apis/extensions-api.tsx';
import { createNotifications } from './apis/notifications.ts';
import { createPortalApis } from './apis/portal-apis.ts';
import { createProvidedApis } from './apis/provided-apis.ts';
import { createRoutesApi } from './apis/routes-api.ts';
import type { LastPortals } from './discovery/last-portal.ts';
import type { Portal } from './discovery/portal.ts';
import { createPageFocus } from './layout/page-focus.ts';
import type { Shell } from './layout/shell-context.ts';
import type { RemoteLoader } from './loading/remote-loader.ts';
import { createExtensionLoads } from './plugins/extension-loads.ts';
import { createOfferedRemotes } from './plugins/offered-remotes.ts';
import { createRemoteStore } from './plugins/remote-store.ts';

/** What the shell is put together from. */
export interface ShellOptions {
  readonly portal: Portal;
  readonly lastPortals: LastPortals;
  readonly loader: RemoteLoader;
  readonly storage: Storage | undefined;
}

const nobody: ReadyPortal['session']['user'] = { entityRef: '', displayName: '', ownershipEntityRefs: [], roles: [] };

/** Puts the parts together: what the portal offers becomes remotes, and remotes get their APIs. */
export function createShell({ portal, lastPortals, loader, storage }: ShellOptions): Shell {
  const offered = createOfferedRemotes();
  const notifications = createNotifications();
  const ready = (): ReadyPortal | undefined => {
    const state = portal.getState();
    return state.kind === 'ready' ? state : undefined;
  };
  const config = () => (ready()?.config.config ?? {}) as JsonObject;

  async function signOut(): Promise<void> {
    await fetch('/api/auth/sign-out', { method: 'POST' }).catch(() => undefined);
    lastPortals.forget();
    portal.signOut();
  }

  const store = createRemoteStore({ loader, portalApis: () => apis });
  const loads = createExtensionLoads(store);
  const apis = createPortalApis({
    config: { current: config, subscribe: portal.subscribe },
    identity: { user: () => ready()?.session.user ?? nobody, signOut },
    notifications,
    extensions: errors => createExtensionsApi({ offered, loads, errors }),
    routes: createRoutesApi({
      remotes: offered.get,
      config,
      subscribe(listener) {
        const stops = [offered.subscribe(listener), portal.subscribe(listener)];
        return () => stops.forEach(stop => stop());
      },
    }),
    storage,
    provided: createProvidedApis(offered, store),
  });

  let known: unknown;
  portal.subscribe(() => {
    const snapshot = ready()?.snapshot;
    if (!snapshot || snapshot === known) return;
    const first = known === undefined;
    known = snapshot;
    const { removed } = offered.offer(snapshot.remotes);
    if (first) return;
    for (const { title } of removed) notifications.post({ severity: 'warning', message: `${title} is no longer available.` });
  });
  offered.subscribe(() => store.keepOnly(offered.get()));

  return { portal, offered, store, loads, notifications, apis, focus: createPageFocus(), signOut };
}
