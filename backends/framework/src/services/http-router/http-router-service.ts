import type { RequestHandler } from 'express';

/** An exception from the rule that every route needs a signed-in user or a service. */
export interface AuthPolicy {
  /** Below `/api/<pluginId>`; covers the path and everything under it. */
  readonly path: string;
  /**
   * `unauthenticated`: anyone. `user-cookie`: a signed-in user, no service. `anonymous`: anyone, and nobody looks who it is: for
   * what browsers send by themselves, with the cookie and without the headers that tell of the page.
   */
  readonly allow: 'unauthenticated' | 'user-cookie' | 'anonymous';
}

/** The plugin's HTTP interface, mounted at `/api/<pluginId>`. Closed unless a policy opens a path. */
export interface HttpRouterService {
  /** Adds a handler or an Express router. Handlers throw errors by meaning; the framework answers them. */
  use(handler: RequestHandler): void;
  addAuthPolicy(policy: AuthPolicy): void;
}
