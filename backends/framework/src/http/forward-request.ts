import { request as httpRequest, Agent as HttpAgent } from 'node:http';
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https';
import { pipeline } from 'node:stream';
import type { Request, RequestHandler, Response } from 'express';
import { createError, wiringErrors } from '@portico/errors';
import { requestIdOf } from './request-id.ts';

/** What `createForwarding` takes. */
export interface ForwardingOptions {
  /** Named in errors. */
  readonly pluginId: string;
  /** Base address that stands for the path at which the handler is mounted. */
  readonly target: () => Promise<string>;
}

/** Passes on requests and keeps connections for the next ones. */
export interface Forwarding {
  readonly handler: RequestHandler;
  /** Lets go of idle connections. */
  end(): void;
}

/** Marks a request that another process of the portal has passed on, so that two of them cannot pass it round for ever. */
const hopHeader = 'x-portico-forwarded';
const mostHops = 3;
const perConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

function headersFor(request: Request, response: Response): OutgoingHttpHeaders {
  const kept = Object.entries(request.headers).filter(([name]) => !perConnection.has(name));
  const { remoteAddress = '' } = request.socket;
  const before = request.headers['x-forwarded-for'];
  return {
    ...Object.fromEntries(kept),
    // With its length unknown a body has to go on in chunks.
    ...(request.headers['transfer-encoding'] === undefined ? {} : { 'transfer-encoding': 'chunked' }),
    'x-forwarded-for': before === undefined ? remoteAddress : `${String(before)}, ${remoteAddress}`,
    'x-forwarded-proto': request.protocol,
    'x-forwarded-host': request.headers.host,
    'x-request-id': requestIdOf(response),
    [hopHeader]: String(hopsOf(request) + 1),
  };
}

const hopsOf = (request: Request) => Number(request.headers[hopHeader] ?? 0) || 0;

function passOn(answer: IncomingMessage, response: Response): void {
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !perConnection.has(name)) response.setHeader(name, value);
  }
  response.status(answer.statusCode ?? 200);
  response.flushHeaders();
  // A reader that goes away ends the answer, and an answer that breaks off cuts the reader's connection.
  pipeline(answer, response, () => undefined);
}

/** True for a kept connection that the other side closed just when it was used again: nothing has been read of the request. */
const wasStale = (upstream: ClientRequest, request: Request) =>
  upstream.reusedSocket && (request.method === 'GET' || request.method === 'HEAD');

/** Makes the handler that passes requests on to another process of the portal: streams both ways, adds no limits of its own. */
export function createForwarding({ pluginId, target }: ForwardingOptions): Forwarding {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

  function send(url: URL, request: Request, response: Response): Promise<IncomingMessage> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const isSecure = url.protocol === 'https:';
    const options = { method: request.method, headers: headersFor(request, response) };
    const upstream: ClientRequest = isSecure
      ? httpsRequest(url, { ...options, agent: agents.https })
      : httpRequest(url, { ...options, agent: agents.http });
    upstream.once('response', resolve);
    upstream.once('error', cause => {
      if (wasStale(upstream, request)) resolve(send(url, request, response));
      else reject(createError(wiringErrors.PLUGIN_UNREACHABLE, { plugin: pluginId }, { cause }));
    });
    response.once('close', () => upstream.destroy());
    request.pipe(upstream);
    return promise;
  }

  return {
    async handler(request, response) {
      if (hopsOf(request) >= mostHops) throw createError(wiringErrors.FORWARDED_IN_CIRCLE, { plugin: pluginId });
      const url = new URL(`${await target()}${request.url === '/' ? '' : request.url}`);
      const answer = await send(url, request, response);
      if (response.destroyed) answer.destroy();
      else passOn(answer, response);
    },
    end() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
