import type { RequestHandler } from 'express';

/** Paths of the whole origin. Nothing here asks for credentials: a handler that needs them calls `httpAuth`. */
export interface RootHttpRouterService {
  /**
   * Answers everything at and below a path, `/assets` for example; the handler sees the path without that prefix.
   *
   * @throws FRAMEWORK_ROUTE_CONFLICT when the path overlaps one that is taken
   */
  use(path: string, handler: RequestHandler): void;
  /** Answers page views: GET or HEAD that accept HTML, outside every reserved prefix. One per process. */
  useFallback(handler: RequestHandler): void;
}
