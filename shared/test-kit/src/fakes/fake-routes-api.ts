import type { RoutesApi, RouteTable } from '@portico/plugin-api';

/** A route table that a test can change. */
export interface FakeRoutesApi extends RoutesApi {
  /** Replaces the table, as when the registry offers something else. */
  replace(table: RouteTable): void;
}

export function createFakeRoutesApi(table: RouteTable): FakeRoutesApi {
  let current = table;
  const listeners = new Set<() => void>();
  return {
    getTable: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replace(next) {
      current = next;
      for (const listener of listeners) listener();
    },
  };
}
