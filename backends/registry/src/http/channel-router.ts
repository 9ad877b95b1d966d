import express from 'express';
import type { Request, RequestHandler, Router } from 'express';
import type { Caller } from '../access/access.ts';
import type { ChannelMoves } from '../service/channel-moves.ts';
import { param } from './answering.ts';
import type { Answering, Route } from './answering.ts';
import type { RegistryServices } from './registry-router.ts';
import { ifMatchOf, json } from './requests.ts';

/** Who gets which version, below `/api/registry`. */
export function createChannelRouter({ callerOf }: Answering, { lookup, moves }: Pick<RegistryServices, 'lookup' | 'moves'>): Router {
  const router = express.Router();

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
  return router;
}
