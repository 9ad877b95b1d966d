import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { healthStateRef } from '../internal-services.ts';

/** Answers from the states of the plugins and the start and stop of the process. */
export const rootHealthFactory = createServiceFactory({
  service: coreServices.rootHealth,
  deps: { health: healthStateRef },
  factory: ({ health }) => ({
    getLiveness: async () => ({ status: health.stopping ? 503 : 200, payload: { status: health.stopping ? 'stopping' : 'ok' } }),
    async getReadiness() {
      const readiness = health.readiness();
      return { status: readiness.status === 'ok' || readiness.status === 'degraded' ? 200 : 503, payload: { ...readiness } };
    },
  }),
});
