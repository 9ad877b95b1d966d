import express from 'express';
import type { Request, Router } from 'express';
import type { Overrides } from '../overrides/overrides.ts';
import { param } from './answering.ts';
import type { Answering } from './answering.ts';
import { json } from './requests.ts';

/** The calls below `/api/registry/overrides`: about the caller's own session, and no other. */
export function createOverrideRouter({ answer }: Answering, overrides: Overrides): Router {
  const router = express.Router();
  const idOf = (request: Request): string => param(request, 'id');

  router.get('/', answer((_request, caller) => overrides.list(caller)));
  router.post('/proposals', json, answer((request, caller) => overrides.propose(caller, request.body)));
  router.put('/:id', json, answer((request, caller) => overrides.set(caller, idOf(request), request.body)));
  router.patch('/:id', json, answer((request, caller) => overrides.renew(caller, idOf(request), request.body)));
  router.delete('/:id', answer((request, caller) => overrides.reset(caller, idOf(request))));
  router.delete('/', answer((_request, caller) => overrides.reset(caller)));
  return router;
}
