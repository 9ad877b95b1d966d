import { messageOf } from '@portico/errors';
import { createForwarding } from '../http/forward-request.ts';
import type { Forwarding } from '../http/forward-request.ts';
import type { RouteTable } from '../http/route-table.ts';
import type { LoggerService } from '../services/logger/logger-service.ts';

/** What `mountForwards` takes. */
export interface ForwardsOptions {
  readonly pluginId: string;
  readonly routes: RouteTable;
  /** Address of the child. */
  readonly target: () => Promise<string>;
  readonly logger: LoggerService;
}

/** Paths of the whole origin that a plugin in a process of its own has taken there. */
export interface Forwards {
  /** Takes the same paths here. */
  mount(taken: { readonly paths: readonly string[]; readonly page: boolean }): void;
  end(): void;
}

/** Starts with none. What was taken stays taken while the child is away. */
export function mountForwards({ pluginId, routes, target, logger }: ForwardsOptions): Forwards {
  const mounted = new Set<string>();
  const forwardings: Forwarding[] = [];

  function take(key: string, below: string, use: (forwarding: Forwarding) => void): void {
    if (mounted.has(key)) return;
    mounted.add(key);
    const forwarding = createForwarding({ pluginId, target: async () => `${await target()}${below}` });
    forwardings.push(forwarding);
    try {
      use(forwarding);
    } catch (thrown) {
      logger.error(`A path of the plugin cannot be reached: ${messageOf(thrown)}`);
    }
  }

  return {
    mount({ paths, page }) {
      for (const path of paths) take(path, path, ({ handler }) => void routes.useRoot(path, handler));
      if (page) take('the page', '', ({ handler }) => void routes.useFallback(handler));
    },
    end: () => forwardings.forEach(forwarding => forwarding.end()),
  };
}
