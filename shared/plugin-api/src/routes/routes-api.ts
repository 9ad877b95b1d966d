import { createApiRef } from '../apis/api-ref.ts';
import type { RouteTable } from './resolve-route.ts';

/** What the shell implements for `useRouteRef`. */
export interface RoutesApi {
  /** The routes of the snapshot and the bindings of the configuration. The same object until something changes. */
  getTable(): RouteTable;
  /** Calls `listener` when the table has changed. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Implemented by the shell; components use `useRouteRef`. */
export const routesApiRef = /* @__PURE__ */ createApiRef<RoutesApi>({ id: 'core.routes' });
