import type { Request, RequestHandler } from 'express';
import type { MetricsRegistry } from '../services/metrics/metrics-registry.ts';
import { isPageView, reservedPaths } from './page-fallback.ts';
import { isAtOrBelow } from './route-table.ts';
import type { RouteTable } from './route-table.ts';

/** Where a request belongs, in few words, so that no caller can make up new series. */
export interface RequestClass {
  /** A plugin that is there; empty elsewhere. */
  readonly plugin: string;
  /** First segment of a reserved path, `page`, or `other`. */
  readonly route: string;
}

/** Reads the class from the address alone. */
export function classifyRequest(request: Request, routes: RouteTable): RequestClass {
  const [path = '/'] = request.originalUrl.split('?');
  const [, first = '', second = ''] = path.split('/');
  if (first === 'api') return { plugin: routes.plugin(second) ? second : '', route: 'api' };
  if (reservedPaths.some(prefix => isAtOrBelow(path, prefix))) return { plugin: '', route: first };
  return { plugin: '', route: isPageView(request) ? 'page' : 'other' };
}

/** Times every answer but event streams, which last as long as their reader likes. */
export function createHttpMetrics(registry: MetricsRegistry, routes: RouteTable): RequestHandler {
  if (!registry.enabled) return (_request, _response, next) => next();
  const durations = registry.createHistogram({
    name: 'portico_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['plugin', 'route', 'method', 'status'],
  });
  return (request, response, next) => {
    const startedAt = performance.now();
    const { method } = request;
    const { plugin, route } = classifyRequest(request, routes);
    response.once('close', () => {
      if (String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream')) return;
      const status = response.writableFinished ? response.statusCode : 499;
      durations.observe((performance.now() - startedAt) / 1000, { plugin, route, method, status });
    });
    next();
  };
}
