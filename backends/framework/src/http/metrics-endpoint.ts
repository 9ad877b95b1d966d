import type { Request, RequestHandler } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import type { HttpAuthService } from '../services/http-auth/http-auth-service.ts';
import type { MetricsRegistry } from '../services/metrics/metrics-registry.ts';

const readerRoles = ['portal-admin', 'metrics-reader'];
const loopback = /^(::ffff:)?127\.|^::1$/;
const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** True for a program on this machine that speaks to this process itself; a front door always names the one it speaks for. */
function isLocalProgram(request: Request): boolean {
  return loopback.test(request.socket.remoteAddress ?? '') && forwardingHeaders.every(name => request.headers[name] === undefined);
}

/** What `createMetricsEndpoint` takes. */
export interface MetricsEndpointOptions {
  readonly registry: MetricsRegistry;
  /** Resolved when first needed, since the server is made before the services. */
  readonly httpAuth: () => Promise<HttpAuthService>;
}

/** `GET /metrics` for programs of this machine, and for those with a token whose roles allow it. */
export function createMetricsEndpoint({ registry, httpAuth }: MetricsEndpointOptions): RequestHandler {
  return async (request, response, next) => {
    if (!registry.enabled || request.path !== '/metrics') return next();
    if (!isLocalProgram(request)) {
      const { principal } = await (await httpAuth()).credentials(request);
      if (!principal.roles.some(role => readerRoles.includes(role))) {
        throw createError(frameworkErrors.METRICS_REFUSED, { roles: readerRoles.join(' or ') });
      }
    }
    const { contentType, text } = await registry.render();
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', contentType);
    response.end(text);
  };
}
