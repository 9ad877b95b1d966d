import { Router } from 'express';
import type { RequestHandler } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import type { PluginScope } from '../wiring/plugin-scope.ts';

/** How far a plugin has come. */
export type PluginState = 'starting' | 'ok' | 'failed';

/** A plugin as the HTTP server sees it. */
export interface PluginRoute {
  state: PluginState;
  /** Asked before `router`, also while the plugin starts and when it has failed. */
  readonly early: Router;
  /** Replaced when the plugin starts anew. */
  router: Router;
  /** On whose behalf its handlers run. */
  scope: PluginScope;
}

/** Everything that can be reached over HTTP, while it is still growing. */
export interface RouteTable {
  readonly rootRouter: RequestHandler;
  fallback: RequestHandler | undefined;
  /** True once every plugin has started or failed, so that a miss is a miss. */
  readonly settled: boolean;
  plugin(id: string): PluginRoute | undefined;
  addPlugin(id: string): PluginRoute;
  /** The early router of a plugin. */
  early(id: string): Router;
  /** Takes away what the plugin has put into its router. */
  resetPlugin(id: string): void;
  setPluginState(id: string, state: PluginState): void;
  /** Returns the function that takes the path back. */
  useRoot(path: string, handler: RequestHandler): () => void;
  /** Returns the function that takes the page back. */
  useFallback(handler: RequestHandler): () => void;
  hasRoot(path: string): boolean;
  rootPaths(): string[];
  /** Calls `listener` whenever a path or a state changes. Returns the function that ends it. */
  onChange(listener: () => void): () => void;
  settle(): void;
  /** Waits for something to change until `condition` holds; false when the time is up. */
  waitUntil(condition: () => boolean, timeoutMs: number): Promise<boolean>;
}

/** True when `path` is `prefix` or lies below it. */
export function isAtOrBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(prefix === '/' ? prefix : `${prefix}/`);
}

/** Starts with nothing but the paths that the server itself answers. */
export function createRouteTable(ownPaths: readonly string[]): RouteTable {
  const plugins = new Map<string, PluginRoute>();
  const rootPaths = new Map<string, Router>();
  const rootRouter: RequestHandler = (request, response, next) => {
    const found = [...rootPaths].find(([prefix]) => isAtOrBelow(request.path, prefix));
    return found ? found[1](request, response, next) : next();
  };
  const waiting = new Set<() => void>();
  const changed = () => waiting.forEach(check => check());

  const table = {
    rootRouter,
    fallback: undefined as RequestHandler | undefined,
    settled: false,
    plugin: (id: string) => plugins.get(id),
    addPlugin(id: string) {
      const route: PluginRoute = {
        state: 'starting',
        router: Router({ caseSensitive: true }),
        early: Router({ caseSensitive: true }),
        scope: { pluginId: id },
      };
      plugins.set(id, route);
      return route;
    },
    // What asks on behalf of no plugin has no paths.
    early: (id: string): Router => plugins.get(id)?.early ?? Router(),
    resetPlugin(id: string) {
      const route = plugins.get(id);
      if (route) route.router = Router({ caseSensitive: true });
    },
    setPluginState(id: string, state: PluginState) {
      const route = plugins.get(id);
      if (route) route.state = state;
      changed();
    },
    useRoot(path: string, handler: RequestHandler) {
      const taken = [...ownPaths, ...rootPaths.keys()].find(other => isAtOrBelow(path, other) || isAtOrBelow(other, path));
      if (taken !== undefined || path === '/') {
        throw createError(frameworkErrors.ROUTE_CONFLICT, { path, taken: taken ?? 'the page' });
      }
      const router = Router({ caseSensitive: true }).use(path, handler);
      rootPaths.set(path, router);
      changed();
      return () => {
        if (rootPaths.get(path) === router) rootPaths.delete(path);
      };
    },
    useFallback(handler: RequestHandler) {
      if (table.fallback) throw createError(frameworkErrors.ROUTE_CONFLICT, { path: 'the page', taken: 'the page' });
      table.fallback = handler;
      changed();
      return () => {
        if (table.fallback === handler) table.fallback = undefined;
      };
    },
    hasRoot: (path: string) => [...rootPaths.keys()].some(prefix => isAtOrBelow(path, prefix)),
    rootPaths: () => [...rootPaths.keys()],
    onChange(listener: () => void) {
      waiting.add(listener);
      return () => void waiting.delete(listener);
    },
    settle() {
      table.settled = true;
      changed();
    },
    async waitUntil(condition: () => boolean, timeoutMs: number) {
      if (condition()) return true;
      return new Promise<boolean>(resolve => {
        const end = (result: boolean) => {
          clearTimeout(timer);
          waiting.delete(check);
          resolve(result);
        };
        const check = () => {
          if (condition()) end(true);
        };
        const timer = setTimeout(() => end(false), timeoutMs);
        waiting.add(check);
      });
    },
  };
  return table;
}
