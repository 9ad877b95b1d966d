import { createError, loaderErrors } from '@portico/errors';
import type { LoadableRemote } from './loadable-remote.ts';

/**
 * Fails closed: without a recorded digest of its entry a remote does not run, unless the registry labels it unverified.
 *
 * @throws INTEGRITY_MISSING
 */
export function checkIntegrity({ entry, unverified }: LoadableRemote): void {
  if (!entry.integrity && !unverified) throw createError(loaderErrors.INTEGRITY_MISSING, { url: entry.url });
}
