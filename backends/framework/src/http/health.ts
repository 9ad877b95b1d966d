import { Router } from 'express';
import type { Readiness } from '@portico/contracts';
import type { HealthState } from './health-state.ts';

const livenessPaths = ['/healthz', '/.backstage/health/v1/liveness'];
const readinessPaths = ['/readyz', '/.backstage/health/v1/readiness'];

/** Liveness and readiness. Open to everyone, so nothing here names more than plugins and reasons. */
export function createHealthRouter(state: HealthState): Router {
  const router = Router({ caseSensitive: true });
  router.get(livenessPaths, (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.status(state.stopping ? 503 : 200).json({ status: state.stopping ? 'stopping' : 'ok' });
  });
  router.get(readinessPaths, (_request, response) => {
    const readiness: Readiness = state.readiness();
    response.setHeader('Cache-Control', 'no-store');
    response.status(readiness.status === 'ok' || readiness.status === 'degraded' ? 200 : 503).json(readiness);
  });
  return router;
}
