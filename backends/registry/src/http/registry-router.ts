import type { HttpAuthService } from '@portico/backend-framework';
import { createError, registryErrors } from '@portico/errors';
import express from 'express';
import type { RequestHandler, Router } from 'express';
import { configSchemasOf } from '../offering/config-schemas.ts';
import type { OfferingBoard } from '../offering/offering-board.ts';
import type { RegistryService } from '../service/registry-service.ts';
import { sendEncoded } from './send-encoded.ts';

/** What the router hands requests to. */
export interface RegistryRouterOptions {
  readonly service: RegistryService;
  readonly board: OfferingBoard;
  readonly httpAuth: HttpAuthService;
}

/** The role that may change what the registry holds. */
const writerRole = 'portal-admin';

/** The HTTP interface of the registry, below `/api/registry`. */
export function createRegistryRouter({ service, board, httpAuth }: RegistryRouterOptions): Router {
  const router = express.Router();
  const json = express.json({ limit: '100kb', strict: true });

  /** Comes before anything of the body is read. */
  const requireWriter: RequestHandler = async (request, _response, next) => {
    const { principal } = await httpAuth.credentials(request, { allow: ['user', 'service'] });
    if (!principal.roles.includes(writerRole)) throw createError(registryErrors.ROLE_MISSING, { role: writerRole });
    next();
  };

  router.get('/offer', (_request, response) => {
    response.json(service.offer());
  });

  router.get('/snapshot', (request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Cache-Control', 'private, no-cache');
    sendEncoded(request, response, board.snapshot());
  });

  router.get('/config-schemas', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    response.json({ schemas: configSchemasOf(board.remotes()) });
  });

  router.get('/remotes', (_request, response) => {
    response.json({ remotes: service.list() });
  });

  router.get('/remotes/:id', async (request, response) => {
    response.json(await service.report(request.params.id));
  });

  router.post('/preflight', requireWriter, json, async (request, response) => {
    response.json(await service.preflight(request.body));
  });

  router.post('/remotes', requireWriter, json, async (request, response) => {
    const { id, report } = await service.register(request.body);
    response.status(201).location(`/api/registry/remotes/${id}`).json(report);
  });

  router.delete('/remotes/:id', requireWriter, async (request, response) => {
    await service.unregister(String(request.params.id));
    response.status(204).end();
  });

  return router;
}
