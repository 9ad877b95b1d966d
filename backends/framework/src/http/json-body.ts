import { jsonFault } from '@portico/contracts';
import { createError, frameworkErrors } from '@portico/errors';
import { json } from 'express';
import type { RequestHandler } from 'express';

const defaultLimit = 1_000_000;

// eslint-disable-next-line max-params -- the parameters that the parser gives
function refuseAmbiguous(_request: unknown, _response: unknown, bytes: Buffer, encoding: string): void {
  const reason = encoding === 'utf-8' ? jsonFault(bytes) : `the encoding ${encoding}`;
  if (reason !== undefined) throw createError(frameworkErrors.BODY_AMBIGUOUS, { reason });
}

/**
 * Reads bodies of JSON for the routes behind it. A longer body is answered with 413; with 400 a broken one, and one that another
 * reader could take for something else: see `jsonFault`.
 *
 * @param options - `limit`: most bytes of the body, default 1,000,000
 */
export function jsonBody(options: { readonly limit?: number } = {}): RequestHandler {
  return json({ limit: options.limit ?? defaultLimit, strict: true, verify: refuseAmbiguous });
}
