import { statusOf } from '@portico/errors';
import { Router } from 'express';
import type { EntityVerdict } from '@portico/plugin-catalog-common/validation';
import type { LocationService } from '../service/location-service.ts';
import type { RefreshService } from '../service/refresh-service.ts';
import { refreshBody, validateBody } from './bodies.ts';
import { bodyOf, valueOf } from './request-values.ts';

/** What the router asks. */
export interface LocationsRouterOptions {
  readonly locations: LocationService;
  readonly refresh: RefreshService;
}

/** Locations, refreshing, validation and problems. */
export function createLocationsRouter({ locations, refresh }: LocationsRouterOptions): Router {
  const router = Router();
  let validator: Promise<(entity: unknown) => EntityVerdict> | undefined;

  router.get('/locations', (_request, response) => {
    response.json(locations.list().map(location => ({ data: location })));
  });

  router.get('/locations/:id', (request, response) => {
    response.json(locations.byId(request.params.id));
  });

  router.post('/refresh', async (request, response) => {
    await refresh.refreshEntity(bodyOf(request, refreshBody).entityRef);
    response.status(200).end();
  });

  router.get('/problems', async (request, response) => {
    const items = await refresh.problems(valueOf(request, 'entityRef'));
    response.json({ items, totalItems: items.length });
  });

  // The published answer of this one call has its own body, which clients read.
  router.post('/validate-entity', async (request, response) => {
    const { entity, location } = bodyOf(request, validateBody);
    const errors: { name: string; message: string }[] = [];
    if (!/^[a-z]+:./.test(location)) {
      errors.push({
        name: 'InputError',
        message: `location: expected type:target such as url:https://example.com/a.yaml, found "${location}"`,
      });
    }
    validator ??= import('@portico/plugin-catalog-common/validation').then(module => module.createEntityValidator());
    const verdict = (await validator)(entity);
    if (!verdict.ok) errors.push(...verdict.faults.map(({ message }) => ({ name: 'InputError', message })));
    if (errors.length === 0) response.status(200).end();
    else response.status(statusOf('InputError')).json({ errors });
  });

  return router;
}
