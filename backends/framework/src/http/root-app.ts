import compression from 'compression';
import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { createAccessLog } from './access-log.ts';
import { rememberRequest } from './current-request.ts';
import { createErrorMiddleware } from './error-middleware.ts';
import { createHealthRouter } from './health.ts';
import { createHttpMetrics } from './http-metrics.ts';
import { createMetricsEndpoint } from './metrics-endpoint.ts';
import type { MetricsEndpointOptions } from './metrics-endpoint.ts';
import type { HealthRouterOptions } from './health.ts';
import { createPageFallback, createRouteHold, notFound } from './page-fallback.ts';
import { createPluginDispatch } from './plugin-dispatch.ts';
import { requestId } from './request-id.ts';
import type { RequestGuards } from './request-guards.ts';
import type { RouteTable } from './route-table.ts';

/** What `createRootApp` takes. */
export interface RootAppOptions {
  readonly routes: RouteTable;
  readonly health: HealthRouterOptions;
  readonly logger: LoggerService;
  readonly metrics: MetricsEndpointOptions;
  readonly guards: RequestGuards;
  /** Passes on what belongs to plugins of other processes. */
  readonly gateway: RequestHandler;
  /** How long a request waits for what is still starting. */
  readonly holdMs: number;
  /** Proxies in front whose forwarding headers count, in Express's terms. */
  readonly trustProxy?: boolean | number | string | undefined;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const refuseOddMethods: RequestHandler = (request, _response, next) => {
  if (!methods.has(request.method)) throw createError(frameworkErrors.METHOD_NOT_ALLOWED, { method: request.method });
  next();
};

/** An event stream must leave at once; a compressor would hold its messages back. */
function mayCompress(request: Request, response: Response): boolean {
  return (
    !String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream') && compression.filter(request, response)
  );
}

/** The whole way of a request, in its order. */
export function createRootApp(options: RootAppOptions): Express {
  const { routes, health, logger, holdMs, metrics, guards, gateway } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  if (options.trustProxy !== undefined) app.set('trust proxy', options.trustProxy);
  app.use(requestId);
  app.use(rememberRequest);
  if (guards.tracing) app.use(guards.tracing);
  app.use(guards.securityHeaders);
  app.use(compression({ filter: mayCompress }));
  app.use(createAccessLog(logger));
  app.use(createHttpMetrics(metrics.registry, routes));
  if (guards.cors) app.use(guards.cors);
  if (guards.rateLimit) app.use(guards.rateLimit);
  app.use(refuseOddMethods);
  app.use(createHealthRouter(health));
  app.use(createMetricsEndpoint(metrics));
  app.use('/api/:pluginId', createPluginDispatch(routes, holdMs));
  app.use('/api/:pluginId', gateway);
  app.use(createRouteHold(routes, holdMs));
  app.use(routes.rootRouter);
  app.use(createPageFallback(routes));
  app.use(notFound);
  app.use(createErrorMiddleware(logger));
  return app;
}
