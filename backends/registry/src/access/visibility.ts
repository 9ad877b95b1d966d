import { createError, registryErrors } from '@portico/errors';
import { isVisible } from '../resolution/resolve-version.ts';
import type { KnownRemote, KnownRemotes } from '../service/known-remotes.ts';
import { owns } from './access.ts';
import type { Caller } from './access.ts';
import type { Gate } from './gate.ts';
import { viewerOf } from './viewer-of.ts';

/**
 * Who may know of a remote: everybody, unless it has an audience; then those who are in it, those whom it belongs to, and those
 * who may do something with it.
 */
export interface Visibility {
  /** The ids of the remotes that somebody may not know of. */
  hiddenFrom(caller: Caller): Promise<ReadonlySet<string>>;
  /** A remote that is hidden is unknown. @throws REGISTRY_REMOTE_UNKNOWN */
  require(caller: Caller, id: string): Promise<void>;
}

/** Makes it. */
export function createVisibility({ gate, remotes }: { readonly gate: Gate; readonly remotes: KnownRemotes }): Visibility {
  async function hiddenAmong(caller: Caller, some: readonly KnownRemote[]): Promise<ReadonlySet<string>> {
    const viewer = viewerOf(caller);
    const closed = some.filter(remote => !isVisible(remote.record, viewer) && !owns(caller, remote));
    const may = closed.length > 0 ? await gate.permissionsOf(caller, closed) : [];
    return new Set(closed.filter((_remote, index) => may[index]?.length === 0).map(({ id }) => id));
  }
  return {
    hiddenFrom: caller => hiddenAmong(caller, remotes.list()),
    async require(caller, id) {
      const remote = remotes.find(id);
      if (remote && (await hiddenAmong(caller, [remote])).has(id)) throw createError(registryErrors.REMOTE_UNKNOWN, { remote: id });
    },
  };
}
