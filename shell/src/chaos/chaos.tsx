import { useEffect } from 'react';
import { createError, loaderErrors } from '@portico/errors';
import { normalizePluginModule } from '@portico/plugin-api';
import type { AnyComponent } from '@portico/plugin-api';
import type { LoadableRemote } from '../loading/loadable-remote.ts';
import { remoteFolder } from '../loading/remote-folder.ts';
import { fileModes, readChaos } from './chaos-modes.ts';
import type { ChaosMode } from './chaos-modes.ts';

/** Makes remotes fail as the address says, without touching them. */
export interface Chaos {
  /** Whether a remote fails on purpose. */
  has(id: string): boolean;
  /** Loads a version as `load` does, or fails in the chosen way. */
  around(remote: LoadableRemote, load: (remote: LoadableRemote) => Promise<unknown>): Promise<unknown>;
}

const reason = 'a chaos switch in the address of the page';

function ThrowsInRender(): never {
  throw createError(loaderErrors.RENDER_FAILED, { reason });
}

function ThrowsInEffect() {
  useEffect(() => {
    throw createError(loaderErrors.RENDER_FAILED, { reason });
  }, []);
  return <p>This page throws in an effect.</p>;
}

/** The plugin with another component in the place of each of its own. */
function withComponent(module: unknown, id: string, Component: AnyComponent): unknown {
  const plugin = normalizePluginModule((module as { default?: unknown }).default, id);
  const load = async (extension: string) => ({ ...(await plugin.load(extension)), Component });
  return { default: { $$type: '@portico/Plugin', id, apis: plugin.apis, load } };
}

function throughChaos({ entry, ...remote }: LoadableRemote, mode: ChaosMode): LoadableRemote {
  const folder = remoteFolder(entry.url);
  return { ...remote, entry: { ...entry, url: `${folder}~chaos-${mode}/${entry.url.slice(folder.length)}` } };
}

const isOfFiles = (mode: ChaosMode) => (fileModes as readonly string[]).includes(mode);

/**
 * Makes what the switches of an address, or of a test, ask for.
 *
 * @param search - the switches as they are now
 * @param isAllowed - whether the portal allows them now: `registry.chaos.allowed`
 */
export function createChaos(search: () => string, isAllowed: () => boolean): Chaos {
  return {
    has: id => readChaos(search()).has(id),
    async around(remote, load) {
      const mode = readChaos(search()).get(remote.id);
      if (!mode || !isAllowed()) return load(remote);
      if (isOfFiles(mode)) return load(throughChaos(remote, mode));
      if (mode === 'incompatible') throw createError(loaderErrors.INIT_FAILED, { reason });
      const module = await load(remote);
      if (mode === 'throw-import') throw createError(loaderErrors.EVALUATE_FAILED, { reason });
      return withComponent(module, remote.id, mode === 'throw-render' ? ThrowsInRender : ThrowsInEffect);
    },
  };
}
