import { jsonBody } from '@portico/backend-framework';
import { createError, registryErrors } from '@portico/errors';
import type { Request, RequestHandler } from 'express';
import { isUpload, typeOf } from './uploads.ts';

const parseJson = jsonBody({ limit: 100_000 });

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/**
 * Reads a JSON body; leaves an upload to whoever wants it.
 *
 * @throws REGISTRY_UPLOAD_TYPE for a body of another type
 */
export const json: RequestHandler = (request, response, next) => {
  if (isUpload(request)) return next();
  if (hasBody(request) && typeOf(request) !== 'application/json') {
    throw createError(registryErrors.UPLOAD_TYPE, { received: typeOf(request) || 'none' });
  }
  return parseJson(request, response, next);
};

/** The entity tag that a caller knows, without quotes. */
export function ifMatchOf(request: Request): string | undefined {
  const sent = request.headers['if-match'];
  return sent === undefined ? undefined : sent.trim().replace(/^(W\/)?"(.*)"$/, '$2');
}
