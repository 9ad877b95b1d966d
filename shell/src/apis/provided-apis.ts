import type { ApiHolder, ApiRef, PluginInfo } from '@portico/plugin-api';
import type { OfferedRemotes } from '../plugins/offered-remotes.ts';
import { keyOf } from '../plugins/remote-state.ts';
import type { RemoteStore } from '../plugins/remote-store.ts';

/** APIs that remotes provide to others. The first use of one loads its remote. */
export function createProvidedApis(offered: OfferedRemotes, store: RemoteStore): ApiHolder {
  const asked = new Map<string, Promise<unknown>>();
  const failed = new Set<string>();

  return {
    get<T>(ref: ApiRef<T>, plugin?: PluginInfo): Promise<T> | undefined {
      const provider = offered.get().find(({ provides, status }) => status !== 'refused' && provides?.includes(ref.id));
      // The provider's own holder has looked for it already.
      if (!provider || provider.id === plugin?.pluginId) return undefined;
      const key = `${keyOf(provider)} ${ref.id} ${plugin?.pluginId}@${plugin?.version}`;
      const known = asked.get(key);
      if (known) return known as Promise<T>;
      const opening = store.stateOf(provider).status === 'failed' ? store.retry(provider) : store.open(provider);
      const found = opening.then(({ apis }) => apis.get(ref, plugin) as T | Promise<T>);
      asked.set(key, found);
      found.catch(() => failed.add(key));
      return found;
    },
    dropFailed() {
      for (const key of failed) asked.delete(key);
      failed.clear();
    },
  };
}
