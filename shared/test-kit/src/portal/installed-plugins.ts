import { createApiHolder } from '@portico/plugin-api';
import type { ApiHolder, ApiRef, Plugin, PluginInfo, RegisteredExtension, RouteTable } from '@portico/plugin-api';

/** What a fake portal needs to know of a remote. Entries of a snapshot fit. */
export interface FakeRemote {
  readonly id: string;
  readonly version?: string;
  readonly routes: RouteTable['remotes'][number]['routes'];
  readonly extensions?: readonly Omit<RegisteredExtension, 'pluginId' | 'version'>[];
}

/** The version that plugins have in a fake portal. */
export const fakeVersion = '0.0.0';

/** The plugin as the registry would list it. */
export function remoteOf(plugin: Plugin): FakeRemote {
  const { id, routes, extensions } = plugin.describe();
  return { id, version: fakeVersion, routes, extensions };
}

/** The extensions of a remote as the snapshot has them. */
export function extensionsOf({ id, version = fakeVersion, extensions = [] }: FakeRemote): readonly RegisteredExtension[] {
  return extensions.map(extension => ({ ...extension, pluginId: id, version }));
}

/** Plugins with the APIs that each brings along. */
export interface InstalledPlugins {
  find(pluginId: string): Plugin | undefined;
  /** What a plugin sees: its own APIs, then the portal's. */
  holderOf(pluginId: string): ApiHolder;
  /** The APIs that plugins provide to others. */
  readonly provided: ApiHolder;
}

/** @param portal - the APIs of the portal; asked when a plugin first needs one */
export function installPlugins(plugins: readonly Plugin[], portal: () => ApiHolder): InstalledPlugins {
  const holders = new Map<string, ApiHolder>();
  const find = (pluginId: string): Plugin | undefined => plugins.find(plugin => plugin.id === pluginId);
  const holderOf = (pluginId: string): ApiHolder => {
    const holder = holders.get(pluginId) ?? createApiHolder(find(pluginId)?.apis ?? [], portal());
    holders.set(pluginId, holder);
    return holder;
  };
  const provided: ApiHolder = {
    get<T>(ref: ApiRef<T>, asker?: PluginInfo) {
      const provider = plugins.find(plugin => plugin.describe().provides?.includes(ref.id));
      return provider && holderOf(provider.id).get(ref, asker);
    },
  };
  return { find, holderOf, provided };
}
