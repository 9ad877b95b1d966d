import type { RoutesApi, RouteTable } from '@portico/plugin-api';

/** What links are made from. */
export interface RoutesSource {
  readonly remotes: () => RouteTable['remotes'];
  /** The public configuration. */
  readonly config: () => unknown;
  readonly subscribe: (listener: () => void) => () => void;
}

function bindingsOf(config: unknown): RouteTable['bindings'] {
  const { app } = (config ?? {}) as { app?: { routes?: { bindings?: Record<string, unknown> } } };
  const pairs = Object.entries(app?.routes?.bindings ?? {});
  return Object.fromEntries(pairs.filter((pair): pair is [string, string | false] => typeof pair[1] === 'string' || pair[1] === false));
}

/** The route table: pages of the snapshot, bindings of the configuration. */
export function createRoutesApi({ remotes, config, subscribe }: RoutesSource): RoutesApi {
  let known: { remotes: unknown; config: unknown; table: RouteTable } | undefined;
  return {
    getTable() {
      const now = { remotes: remotes(), config: config() };
      if (known?.remotes !== now.remotes || known.config !== now.config) {
        known = { ...now, table: { remotes: now.remotes, bindings: bindingsOf(now.config) } };
      }
      return known.table;
    },
    subscribe,
  };
}
