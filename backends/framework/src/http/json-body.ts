import { json } from 'express';
import type { RequestHandler } from 'express';

const defaultLimit = 1_000_000;

/**
 * Reads bodies of JSON for the routes behind it. A longer body is answered with 413, a broken one with 400.
 *
 * @param options - `limit`: most bytes of the body, default 1,000,000
 */
export function jsonBody(options: { readonly limit?: number } = {}): RequestHandler {
  return json({ limit: options.limit ?? defaultLimit, strict: true });
}
