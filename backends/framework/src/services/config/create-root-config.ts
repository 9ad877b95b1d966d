import type { ConfigReader } from '@portico/config';
import type { LoadedConfig } from '@portico/config/node';
import { boundToScope, releaseWithRun } from '../../wiring/plugin-scope.ts';
import type { RootConfigService } from './root-config-service.ts';

/** Starts the watching of configuration files; returns the function that ends it. */
export type WatchConfig = (onChange: (loaded: LoadedConfig) => void) => () => void;

/** A root configuration that can be exchanged while it is read. */
export interface LiveConfig {
  readonly service: RootConfigService;
  replace(loaded: LoadedConfig): void;
}

type Listener = (reader: ConfigReader) => void;

/** Reads always go to the newest configuration; readers of a part (`getConfig`) stay as they were made. */
export function createRootConfig(initial: LoadedConfig, onListenerFault: (thrown: unknown) => void): LiveConfig {
  let current = initial;
  const listeners = new Set<Listener>();
  const own = {
    subscribe(given: Listener) {
      const listener = boundToScope(given);
      listeners.add(listener);
      const end = () => void listeners.delete(listener);
      releaseWithRun(end);
      return end;
    },
    data: () => current.data,
    schemas: () => current.schemas,
    sourceOf: (path: string) => current.sourceOf?.(path) ?? 'the configuration',
  };
  const service = new Proxy(own, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name);
      // Answers for names that readers have and for no others: a thing with a `then` would be taken for a promise.
      if (!(name in current.reader)) return undefined;
      return (...args: unknown[]) => (Reflect.get(current.reader, name) as (...args: unknown[]) => unknown)(...args);
    },
  }) as unknown as RootConfigService;
  return {
    service,
    replace(loaded) {
      current = loaded;
      for (const listener of listeners) {
        try {
          listener(loaded.reader);
        } catch (thrown) {
          onListenerFault(thrown);
        }
      }
    },
  };
}
