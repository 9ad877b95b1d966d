import { createError, registryErrors } from '@portico/errors';
import express from 'express';
import type { RequestHandler, Router } from 'express';
import type { Gate } from '../access/gate.ts';
import type { Visibility } from '../access/visibility.ts';
import { param } from './answering.ts';
import type { Answering } from './answering.ts';
import type { RegistryServices } from './registry-router.ts';
import { ifMatchOf, json } from './requests.ts';
import { isUpload, orHangUp, uploadOf } from './uploads.ts';

type Services = Pick<RegistryServices, 'lookup' | 'registering' | 'publishing' | 'telemetry' | 'withdraw'>;

/** What the router needs. */
export interface RemoteRouterOptions extends Services {
  readonly gate: Gate;
  readonly visibility: Visibility;
}

/** To whom a remote is hidden, to them it is not there; only its name is taken. */
function refuseHidden({ callerOf }: Answering, visibility: Visibility): RequestHandler {
  return async (request, _response, next) => {
    const publishes = request.method === 'POST' && request.path === '/versions';
    if (!publishes) await visibility.require(await callerOf(request), param(request, 'id'));
    next();
  };
}

/** Remotes and their versions, below `/api/registry`. */
export function createRemoteRouter(answering: Answering, options: RemoteRouterOptions): Router {
  const { lookup, registering, publishing, telemetry, withdraw, gate, visibility } = options;
  const { answer, callerOf } = answering;
  const router = express.Router();

  /** Preflights have no effect, but they make the portal ask other servers. */
  const requireWriter: RequestHandler = async (request, _response, next) => {
    const caller = await callerOf(request);
    const attempt = { caller, permission: 'register' as const, action: 'remote.preflight', remote: { id: 'new' } };
    if (!(await gate.mayRegister(caller))) await gate.pass(attempt);
    next();
  };

  router.post('/preflight', requireWriter, json, async (request, response) => {
    const caller = await callerOf(request);
    const preflight = (): Promise<unknown> => publishing.preflightUpload(caller, uploadOf(request));
    response.json(isUpload(request) ? await orHangUp(response, preflight) : await registering.preflight(request.body));
  });

  router.get('/remotes', answer((_request, caller) => lookup.list(caller)));
  router.post('/remotes', json, async (request, response) => {
    const caller = await callerOf(request);
    const id = await registering.register(caller, request.body);
    const report = await lookup.report(caller, id);
    response.status(201).location(`/api/registry/remotes/${id}`).setHeader('ETag', `"${report.etag}"`).json(report);
  });

  router.use('/remotes/:id', refuseHidden(answering, visibility));
  router.get('/remotes/:id', async (request, response) => {
    const report = await lookup.report(await callerOf(request), param(request, 'id'));
    response.setHeader('ETag', `"${report.etag}"`);
    // The ETag is that of the settings, for If-Match; channels and versions change without it.
    response.setHeader('Cache-Control', 'no-store');
    response.json(report);
  });
  router.patch('/remotes/:id', json, async (request, response) => {
    const [caller, id] = [await callerOf(request), param(request, 'id')];
    const ifMatch = ifMatchOf(request);
    if (ifMatch === undefined) throw createError(registryErrors.ETAG_MISSING);
    const audit = await registering.update(caller, id, { body: request.body, ifMatch });
    const report = await lookup.report(caller, id);
    response.setHeader('ETag', `"${report.etag}"`).json({ ...report, audit });
  });
  router.delete('/remotes/:id', answer((request, caller) => registering.unregister(caller, param(request, 'id'))));
  router.get('/remotes/:id/health', answer(request => telemetry.health(param(request, 'id'))));

  router.post('/remotes/:id/versions', json, async (request, response) => {
    const [caller, id] = [await callerOf(request), param(request, 'id')];
    const source = isUpload(request) ? uploadOf(request) : { kind: 'url' as const, body: request.body as unknown };
    const channel = typeof request.query['channel'] === 'string' ? request.query['channel'] : undefined;
    const published = await orHangUp(response, () => publishing.publish({ caller, id, source, channel }));
    response.status(published.created ? 201 : 200).json(published);
  });
  router.get('/remotes/:id/versions/:version/entry', answer(request => lookup.entry(param(request, 'id'), param(request, 'version'))));
  router.delete('/remotes/:id/versions/:version', answer((request, caller) => withdraw(caller, param(request, 'id'), param(request, 'version'))));
  return router;
}
