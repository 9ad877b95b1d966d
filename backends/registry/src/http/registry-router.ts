import type { HttpAuthService } from '@portico/backend-framework';
import { createError, registryErrors } from '@portico/errors';
import express from 'express';
import type { Request, RequestHandler, Router } from 'express';
import type { Caller } from '../access/access.ts';
import type { Gate } from '../access/gate.ts';
import { viewerOf } from '../access/viewer-of.ts';
import { configSchemasOf } from '../offering/config-schemas.ts';
import type { OfferingBoard } from '../offering/offering-board.ts';
import type { Overrides } from '../overrides/overrides.ts';
import type { AuditTrail } from '../service/audit-trail.ts';
import type { ChannelMoves } from '../service/channel-moves.ts';
import type { Publishing } from '../service/publishing.ts';
import type { Registering } from '../service/registering.ts';
import type { RemoteLookup } from '../service/remote-lookup.ts';
import type { TelemetryService } from '../telemetry/telemetry.ts';
import { createOverrideRouter } from './override-router.ts';
import { createRequestWindow } from './request-window.ts';
import { ifMatchOf, json } from './requests.ts';
import { isUpload, orHangUp, uploadOf } from './uploads.ts';
import { sendEncoded } from './send-encoded.ts';

/** What the router hands requests to. */
export interface RegistryServices {
  readonly lookup: RemoteLookup;
  readonly registering: Registering;
  readonly publishing: Publishing;
  readonly moves: ChannelMoves;
  readonly auditTrail: AuditTrail;
  readonly telemetry: TelemetryService;
  readonly overrides: Overrides;
  /** Deletes a version. */
  withdraw(caller: Caller, id: string, version: string): Promise<void>;
}

/** What else the router needs. */
export interface RegistryRouterOptions extends RegistryServices {
  readonly board: OfferingBoard;
  readonly httpAuth: HttpAuthService;
  readonly gate: Gate;
  /** Reports that are taken of one user. */
  readonly telemetryPerMinute: number;
  /** Resolves when what another process has changed is taken over. */
  settled(): Promise<void>;
}

type Route = (request: Request, caller: Caller) => Promise<unknown>;

/** The HTTP interface of the registry, below `/api/registry`. */
export function createRegistryRouter(options: RegistryRouterOptions): Router {
  const { lookup, registering, publishing, moves, auditTrail, telemetry, overrides, withdraw, board, httpAuth, gate, settled, telemetryPerMinute } = options;
  const router = express.Router();
  const reports = createRequestWindow({ perMinute: telemetryPerMinute });
  const param = (request: Request, name: string): string => String(request.params[name] ?? '');

  async function callerOf(request: Request): Promise<Caller> {
    return (await httpAuth.credentials(request, { allow: ['user', 'service'] })).principal;
  }

  /** Preflights have no effect, but they make the portal ask other servers. */
  const requireWriter: RequestHandler = async (request, _response, next) => {
    const caller = await callerOf(request);
    const attempt = { caller, permission: 'register' as const, action: 'remote.preflight', remote: { id: 'new' } };
    if (!(await gate.mayRegister(caller))) await gate.pass(attempt);
    next();
  };

  /** Answers with what a route gives; with 204 where it gives nothing. */
  function answer(route: Route): RequestHandler {
    return async (request, response) => {
      const result = await route(request, await callerOf(request));
      response.setHeader('Cache-Control', 'no-store');
      if (result === undefined) response.status(204).end();
      else response.json(result);
    };
  }

  router.get('/offer', (_request, response) => {
    response.json(lookup.offer());
  });

  router.get('/snapshot', async (request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Cache-Control', 'private, no-cache');
    await settled();
    const caller = await callerOf(request);
    const details = request.query['details'] === 'all' ? 'all' : 'lean';
    const body = (await overrides.snapshotFor(caller, details)) ?? (await board.snapshotFor(viewerOf(caller), details));
    sendEncoded(request, response, body);
  });

  router.use('/overrides', createOverrideRouter(overrides, callerOf));

  router.get('/config-schemas', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    response.json({ schemas: configSchemasOf(board.remotes()) });
  });

  router.get('/remotes', answer((_request, caller) => lookup.list(caller)));
  router.get('/remotes/:id', async (request, response) => {
    const report = await lookup.report(await callerOf(request), param(request, 'id'));
    response.setHeader('ETag', `"${report.etag}"`);
    // The ETag is that of the settings, for If-Match; channels and versions change without it.
    response.setHeader('Cache-Control', 'no-store');
    response.json(report);
  });
  router.get(
    '/remotes/:id/versions/:version/entry',
    answer((request, caller) => lookup.entry(caller, param(request, 'id'), param(request, 'version'))),
  );
  router.get('/remotes/:id/health', answer(request => telemetry.health(param(request, 'id'))));
  router.get('/audit', answer((request, caller) => auditTrail.page(caller, request.query)));

  router.post('/preflight', requireWriter, json, async (request, response) => {
    const caller = await callerOf(request);
    const preflight = (): Promise<unknown> => publishing.preflightUpload(caller, uploadOf(request));
    response.json(isUpload(request) ? await orHangUp(response, preflight) : await registering.preflight(request.body));
  });

  router.post('/remotes', json, async (request, response) => {
    const caller = await callerOf(request);
    const id = await registering.register(caller, request.body);
    const report = await lookup.report(caller, id);
    response.status(201).location(`/api/registry/remotes/${id}`).setHeader('ETag', `"${report.etag}"`).json(report);
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

  router.post('/remotes/:id/versions', json, async (request, response) => {
    const [caller, id] = [await callerOf(request), param(request, 'id')];
    const source = isUpload(request) ? uploadOf(request) : { kind: 'url' as const, body: request.body as unknown };
    const channel = typeof request.query['channel'] === 'string' ? request.query['channel'] : undefined;
    const published = await orHangUp(response, () => publishing.publish({ caller, id, source, channel }));
    response.status(published.created ? 201 : 200).json(published);
  });

  router.delete(
    '/remotes/:id/versions/:version',
    answer((request, caller) => withdraw(caller, param(request, 'id'), param(request, 'version'))),
  );

  /** A change of a remote is answered with the remote as it is then. */
  function changed(change: Route): RequestHandler {
    return async (request, response) => {
      const caller = await callerOf(request);
      const audit = await change(request, caller);
      const report = await lookup.report(caller, param(request, 'id'));
      response.json({ audit, channels: report.channels, pins: report.pins, etag: report.etag });
    };
  }

  const channelRequest = (request: Request, caller: Caller): Parameters<ChannelMoves['move']>[0] => ({
    caller,
    id: param(request, 'id'),
    channel: param(request, 'channel'),
    body: request.body as unknown,
    ifMatch: ifMatchOf(request),
  });
  const pinRequest = (request: Request, caller: Caller): Parameters<ChannelMoves['pin']>[0] => ({
    caller,
    id: param(request, 'id'),
    subject: param(request, 'subject'),
    body: request.body as unknown,
  });
  router.put('/remotes/:id/channels/:channel', json, changed((request, caller) => moves.move(channelRequest(request, caller))));
  router.delete('/remotes/:id/channels/:channel', changed((request, caller) => moves.remove(channelRequest(request, caller))));
  router.post('/remotes/:id/rollback', json, changed((request, caller) => moves.rollback(caller, param(request, 'id'), request.body)));
  router.put('/remotes/:id/pins/:subject', json, changed((request, caller) => moves.pin(pinRequest(request, caller))));
  router.delete('/remotes/:id/pins/:subject', changed((request, caller) => moves.unpin(pinRequest(request, caller))));

  router.post('/release-sets', json, async (request, response) => {
    response.status(201).json(await moves.release(await callerOf(request), request.body));
  });
  router.post('/audit/:entry/undo', answer((request, caller) => auditTrail.undo(caller, param(request, 'entry'))));

  router.post('/telemetry', json, async (request, response) => {
    const { principal } = await httpAuth.credentials(request, { allow: ['user'] });
    const seconds = reports.take(principal.userEntityRef);
    if (seconds > 0) throw createError(registryErrors.TELEMETRY_TOO_MANY, { limit: telemetryPerMinute, seconds });
    await telemetry.report(principal, request.body);
    response.status(204).end();
  });

  return router;
}
