import { getInstance } from '@module-federation/enhanced/runtime';
import type { LoadableRemote } from './loadable-remote.ts';
import { clearRemains } from './clear-remains.ts';
import { remoteFolder } from './remote-folder.ts';

interface FederationGlobal {
  readonly __INSTANCES__?: { readonly name?: string }[];
}

/** The globals of a version: its container, and the list through which its chunks come, named after the same digest. */
function globalsOf({ entry }: LoadableRemote): string[] {
  const digest = /__([0-9a-f]{8})$/.exec(entry.global)?.[1];
  const lists = digest ? Object.keys(globalThis).filter(name => name.startsWith('webpackChunk') && name.endsWith(`_${digest}`)) : [];
  return [entry.global, ...lists];
}

/** Makes the federation runtime forget the names under which a version was tried. */
function forgetNames(names: readonly string[]): void {
  const host = getInstance();
  for (const name of names) host?.moduleCache.delete(name);
  if (host) host.options.remotes = host.options.remotes.filter(({ name }) => !names.includes(name));
  const instances = (globalThis as { __FEDERATION__?: FederationGlobal }).__FEDERATION__?.__INSTANCES__ ?? [];
  for (let index = instances.length - 1; index >= 0; index -= 1) {
    if (names.includes(instances[index]?.name ?? '')) instances.splice(index, 1);
  }
}

/**
 * Takes a version that nothing shows any more out of the page: scripts, styles, globals, and what the federation runtime
 * knows of it. ES modules stay: no browser lets go of them.
 *
 * @param names - all names under which the runtime knows it
 */
export function releaseRemote(remote: LoadableRemote, names: readonly string[]): void {
  clearRemains(remote);
  const folder = new URL(remoteFolder(remote.entry.url), document.baseURI).href;
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[href]')) if (link.href.startsWith(folder)) link.remove();
  for (const name of globalsOf(remote)) {
    if (!Reflect.deleteProperty(globalThis, name)) Reflect.set(globalThis, name, undefined);
  }
  forgetNames(names);
}
