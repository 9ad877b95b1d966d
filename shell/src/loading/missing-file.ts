import { createError, loaderErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';

/** What browsers, and the code that bundlers write, say of an ES module or a stylesheet that did not arrive. */
const moduleFailure = /(?:dynamically imported module|Unable to preload CSS for):?\s*(\S*)/i;

/**
 * The URL of the file without which something failed, as webpack or the browser tells it; empty where they don't say which.
 * Undefined when it failed for another reason.
 */
export function missingFileOf(thrown: unknown): string | undefined {
  const { name, code, request, message, cause } = (thrown ?? {}) as Record<'name' | 'code' | 'request' | 'message' | 'cause', unknown>;
  if (name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED') return typeof request === 'string' ? request : '';
  const named = typeof message === 'string' ? moduleFailure.exec(message)?.[1] : undefined;
  if (named !== undefined) return named;
  return cause ? missingFileOf(cause) : undefined;
}

/** The error for an entry that did not arrive, which knows what was asked for. */
export function unreachableEntry(url: string, cause: unknown): PorticoError & { readonly request: string } {
  return Object.assign(createError(loaderErrors.ENTRY_UNREACHABLE, { url }, { cause }), { request: url });
}
