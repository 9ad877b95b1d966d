import { Router } from 'express';
import type { Response } from 'express';
import type { HealthAnswer, RootHealthService } from '../services/root-health/root-health-service.ts';

const livenessPaths = ['/healthz', '/.backstage/health/v1/liveness'];
const readinessPaths = ['/readyz', '/.backstage/health/v1/readiness'];

/** What `createHealthRouter` takes. */
export interface HealthRouterOptions {
  readonly service: () => Promise<RootHealthService>;
  /** `backend.health.headers`: go out with each answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Liveness and readiness. Open to everyone, so nothing here names more than plugins and reasons. */
export function createHealthRouter({ service, headers = {} }: HealthRouterOptions): Router {
  const router = Router({ caseSensitive: true });
  function send(response: Response, { status, payload }: HealthAnswer): void {
    response.setHeaders(new Map(Object.entries({ 'Cache-Control': 'no-store', ...headers })));
    response.status(status).json(payload ?? { status });
  }
  router.get(livenessPaths, async (_request, response) => send(response, await (await service()).getLiveness()));
  router.get(readinessPaths, async (_request, response) => send(response, await (await service()).getReadiness()));
  return router;
}
