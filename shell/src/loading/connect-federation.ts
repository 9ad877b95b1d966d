import { getInstance } from '@module-federation/enhanced/runtime';
import type { ModuleFederationRuntimePlugin } from '@module-federation/enhanced/runtime';
import type { Attempts } from './attempts.ts';
import type { LoadPhase } from './budgets.ts';
import { createEntryScript } from './create-entry-script.ts';
import type { FederationRuntime } from './federation.ts';

/** What the connection needs of the page. */
export interface ConnectionOptions {
  readonly attempts: Attempts;
  readonly reached: (name: string, phase: LoadPhase) => void;
  readonly nonce: string | undefined;
}

/** Our own steps in the places that the federation runtime has for them. */
function createLoadingPlugin({ attempts, reached, nonce }: ConnectionOptions): ModuleFederationRuntimePlugin {
  return {
    name: 'portico-loading',
    createScript({ url, remoteInfo }) {
      const integrity = attempts.find(remoteInfo?.name ?? '')?.remote.entry.integrity;
      return createEntryScript({ url, integrity, nonce });
    },
    async loadEntry({ remoteInfo }) {
      const attempt = attempts.find(remoteInfo.name);
      if (attempt?.remote.entry.type !== 'module') return undefined;
      // Most remotes are classic scripts: the steps for modules are fetched with the first module.
      const { importModuleEntry } = await import('./import-module-entry.ts');
      const importModule = (url: string) => import(/* webpackIgnore: true */ url) as Promise<unknown>;
      const options = { remote: attempt.remote, attempt: attempt.number, nonce, fetch: window.fetch.bind(window), importModule };
      return importModuleEntry(options) as never;
    },
    async beforeInitRemote({ remoteInfo }) {
      reached(remoteInfo.name, 'init');
    },
    async afterInitRemote({ remoteInfo, error }) {
      if (!error) reached(remoteInfo.name, 'evaluate');
    },
  } as ModuleFederationRuntimePlugin;
}

/**
 * The federation runtime of this page, which holds the share scope: webpack's startup made it and put the shell's own
 * copies of the shared modules into it.
 */
export function connectFederation(options: ConnectionOptions): FederationRuntime {
  const instance = getInstance();
  instance?.registerPlugins([createLoadingPlugin(options)]);
  return {
    registerRemotes: remotes => instance?.registerRemotes(remotes.map(remote => ({ ...remote }))),
    loadRemote: id => instance?.loadRemote(id) ?? Promise.resolve(undefined),
  };
}
