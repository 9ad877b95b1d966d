import { getInstance } from '@module-federation/enhanced/runtime';
import type { LoadableRemote } from './loadable-remote.ts';
import { clearRemains } from './clear-remains.ts';
import { remoteFolder } from './remote-folder.ts';

interface FederationGlobals {
  readonly __FEDERATION__?: {
    readonly __INSTANCES__?: { readonly name?: string; readonly options?: { readonly id?: string } }[];
    /** What each instance shares, by its id. */
    readonly __SHARE__?: Record<string, unknown>;
  };
  /** Promises of containers by `<name>:<address of the entry>`; each holds all code of its version. */
  readonly __GLOBAL_LOADING_REMOTE_ENTRY__?: Record<string, unknown>;
}

interface RequestHandler {
  /** What was asked for, by `<name>/<module>`. */
  readonly idToRemoteMap?: Record<string, unknown>;
}

/** The globals of a version: its container, and the list through which its chunks come, named after the same digest. */
function globalsOf({ entry }: LoadableRemote): string[] {
  const digest = /__([0-9a-f]{8})$/.exec(entry.global)?.[1];
  const lists = digest ? Object.keys(globalThis).filter(name => name.startsWith('webpackChunk') && name.endsWith(`_${digest}`)) : [];
  return [entry.global, ...lists];
}

function dropKeys(record: Record<string, unknown> | undefined, isGone: (key: string) => boolean): void {
  for (const key of Object.keys(record ?? {}).filter(isGone)) delete record?.[key];
}

/** Makes the federation runtime forget the names under which a version was tried. */
function forgetNames(names: readonly string[]): void {
  const host = getInstance();
  for (const name of names) host?.moduleCache.delete(name);
  if (host) host.options.remotes = host.options.remotes.filter(({ name }) => !names.includes(name));
  dropKeys((host?.remoteHandler as RequestHandler | undefined)?.idToRemoteMap, key => names.includes(key.slice(0, key.indexOf('/'))));
  const { __FEDERATION__: federation, __GLOBAL_LOADING_REMOTE_ENTRY__: loading } = globalThis as FederationGlobals;
  dropKeys(loading, key => names.some(name => key.startsWith(`${name}:`)));
  const instances = federation?.__INSTANCES__ ?? [];
  for (let index = instances.length - 1; index >= 0; index -= 1) {
    const { name = '', options } = instances[index] ?? {};
    if (!names.includes(name)) continue;
    instances.splice(index, 1);
    dropKeys(federation?.__SHARE__, key => key === name || key === options?.id);
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
