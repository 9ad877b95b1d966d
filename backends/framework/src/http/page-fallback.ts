import type { Request, RequestHandler } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import { isAtOrBelow } from './route-table.ts';
import type { RouteTable } from './route-table.ts';

/** Paths where a miss is 404 and never the page. */
export const reservedPaths = ['/api', '/assets', '/remotes', '/healthz', '/readyz', '/metrics', '/.backstage'] as const;

/**
 * True for a page view. An accept-anything header does not count, since scripts and images ask that way too and must not
 * get a page instead; only the origin itself answers that, for whoever looks with a plain client.
 */
export function isPageView(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (reservedPaths.some(prefix => isAtOrBelow(request.path, prefix))) return false;
  const accepted = request.headers.accept ?? '*/*';
  return /\btext\/html\b|\bapplication\/xhtml\+xml\b/i.test(accepted) || (request.path === '/' && accepted.includes('*/*'));
}

/** Lets requests wait for root paths and the page while plugins that may bring them are starting. */
export function createRouteHold(routes: RouteTable, holdMs: number): RequestHandler {
  return async (request, _response, next) => {
    const known = () => routes.settled || routes.hasRoot(request.path) || (isPageView(request) && routes.fallback !== undefined);
    if (!(await routes.waitUntil(known, holdMs))) throw createError(frameworkErrors.PORTAL_STARTING);
    next();
  };
}

/** Answers page views. */
export function createPageFallback(routes: RouteTable): RequestHandler {
  return (request, response, next) => {
    const { fallback } = routes;
    return fallback && isPageView(request) ? fallback(request, response, next) : next();
  };
}

/** The end of every path that nobody answers. */
export const notFound: RequestHandler = request => {
  throw createError(frameworkErrors.NOT_FOUND, { method: request.method, path: request.originalUrl.split('?')[0] ?? '/' });
};
