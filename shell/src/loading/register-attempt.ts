import { clearRemains } from './clear-remains.ts';
import type { Attempt, FederationRuntime } from './federation.ts';

/** Makes a remote known to the federation runtime; nothing is fetched yet. */
export function registerAttempt(runtime: FederationRuntime, { name, remote }: Attempt): void {
  clearRemains(remote);
  runtime.registerRemotes([
    {
      name,
      entry: remote.entry.url,
      entryGlobalName: remote.entry.global,
      type: remote.entry.type === 'module' ? 'module' : 'global',
    },
  ]);
}
