import type { HttpAuthService } from '@portico/backend-framework';
import { createError, registryErrors } from '@portico/errors';
import express from 'express';
import type { Router } from 'express';
import type { Caller } from '../access/access.ts';
import type { Gate } from '../access/gate.ts';
import type { Visibility } from '../access/visibility.ts';
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
import { createAnswering, param } from './answering.ts';
import { createChannelRouter } from './channel-router.ts';
import { createOverrideRouter } from './override-router.ts';
import { createRemoteRouter } from './remote-router.ts';
import { createRequestWindow } from './request-window.ts';
import { json } from './requests.ts';
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
  readonly visibility: Visibility;
  /** Reports that are taken of one user. */
  readonly telemetryPerMinute: number;
  /** Resolves when what another process has changed is taken over. */
  settled(): Promise<void>;
}

/** The HTTP interface of the registry, below `/api/registry`. */
export function createRegistryRouter(options: RegistryRouterOptions): Router {
  const { lookup, auditTrail, telemetry, overrides, board, httpAuth, settled, telemetryPerMinute } = options;
  const router = express.Router();
  const answering = createAnswering(httpAuth);
  const { answer, callerOf } = answering;
  const reports = createRequestWindow({ perMinute: telemetryPerMinute });

  router.get('/offer', (_request, response) => {
    response.json(lookup.offer());
  });

  router.get('/snapshot', async (request, response) => {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Cache-Control', 'private, no-cache');
    await settled();
    const caller = await callerOf(request);
    const details = request.query['details'] === 'all' ? 'all' : 'lean';
    const { at } = request.query;
    const first = typeof at === 'string' ? { at } : {};
    const body = (await overrides.snapshotFor(caller, details)) ?? (await board.snapshotFor(viewerOf(caller), { details, ...first }));
    sendEncoded(request, response, body);
  });

  router.get('/config-schemas', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    response.json({ schemas: configSchemasOf(board.remotes()) });
  });

  router.use('/overrides', createOverrideRouter(answering, overrides));
  router.use(createRemoteRouter(answering, options));
  router.use(createChannelRouter(answering, options));

  router.get('/audit', answer((request, caller) => auditTrail.page(caller, request.query)));
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
