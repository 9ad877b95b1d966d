import express from 'express';
import type { Request, RequestHandler, Router } from 'express';
import type { Caller } from '../access/access.ts';
import type { Overrides } from '../overrides/overrides.ts';
import { json } from './requests.ts';

type Route = (request: Request, caller: Caller) => Promise<unknown>;

/** The calls below `/api/registry/overrides`: about the caller's own session, and no other. */
export function createOverrideRouter(overrides: Overrides, callerOf: (request: Request) => Promise<Caller>): Router {
  const router = express.Router();
  const idOf = (request: Request): string => String(request.params['id'] ?? '');

  function answer(route: Route): RequestHandler {
    return async (request, response) => {
      const result = await route(request, await callerOf(request));
      response.setHeader('Cache-Control', 'no-store');
      if (result === undefined) response.status(204).end();
      else response.json(result);
    };
  }

  router.get('/', answer((_request, caller) => overrides.list(caller)));
  router.post('/proposals', json, answer((request, caller) => overrides.propose(caller, request.body)));
  router.put('/:id', json, answer((request, caller) => overrides.set(caller, idOf(request), request.body)));
  router.patch('/:id', json, answer((request, caller) => overrides.renew(caller, idOf(request), request.body)));
  router.delete('/:id', answer((request, caller) => overrides.reset(caller, idOf(request))));
  router.delete('/', answer((_request, caller) => overrides.reset(caller)));
  return router;
}
