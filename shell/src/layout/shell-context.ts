import { createContext, use, useSyncExternalStore } from 'react';
import type { SnapshotRemote } from '@portico/contracts';
import type { ApiHolder } from '@portico/plugin-api';
import type { Notifications } from '../apis/notifications.ts';
import type { KnownRemote } from '../discovery/parse-snapshot.ts';
import type { Portal } from '../discovery/portal.ts';
import type { ExtensionLoads } from '../plugins/extension-loads.ts';
import type { OfferedRemotes } from '../plugins/offered-remotes.ts';
import type { RemoteState } from '../plugins/remote-state.ts';
import type { OnLoad, RemoteStore } from '../plugins/remote-store.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { SessionWatch } from '../session/session-watch.ts';
import type { PageFocus } from './page-focus.ts';

/** The parts of the shell that its components work with. */
export interface Shell {
  readonly portal: Portal;
  /** The public configuration as it is now. */
  config(): Readonly<Record<string, unknown>>;
  readonly offered: OfferedRemotes;
  readonly store: RemoteStore;
  readonly loads: ExtensionLoads;
  readonly notifications: Notifications;
  readonly apis: ApiHolder;
  readonly focus: PageFocus;
  readonly preferences: Preferences;
  /** Takes what happened to a version of a remote here. */
  readonly onLoad: OnLoad;
  session(): Promise<SessionWatch>;
  /** Ends an override of this session, or all of them; the offered versions are back without a reload. */
  resetOverride(id?: string): Promise<void>;
  /** Takes up what the portal offers, as the app team has configured it. It does so by itself after each change. */
  offer(): void;
  signOut(): Promise<void>;
}

const shellContext = createContext<Shell | undefined>(undefined);

/** Gives the shell to the components below. */
export const ShellProvider = shellContext.Provider;

/** Hook: the shell. */
export function useShell(): Shell {
  return use(shellContext) as Shell;
}

/** Hook: the remotes that the shell works with now. */
export function useRemotes(): readonly KnownRemote[] {
  const { offered } = useShell();
  return useSyncExternalStore(offered.subscribe, offered.get);
}

/** Hook: what a remote is to the shell now. */
export function useRemoteState(remote: SnapshotRemote): RemoteState {
  const { store } = useShell();
  return useSyncExternalStore(store.subscribe, () => store.stateOf(remote));
}
