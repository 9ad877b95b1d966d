import { startTimeLimit } from '@portico/backend-framework';
import { createError, registryErrors } from '@portico/errors';
import type { HostedReader } from './read-hosted.ts';

/**
 * Reads a hosted remote with a limit on all of it together: each single answer may come in time, and there may be thousands.
 *
 * @throws REGISTRY_HOST_SLOW, and what `read` throws
 */
export async function withinHostLimit<T>(reader: HostedReader, url: string, read: (limited: HostedReader) => Promise<T>): Promise<T> {
  const { limitMs } = reader;
  const limit = startTimeLimit(limitMs, reader.signal);
  try {
    return await read({ ...reader, allowHosts: reader.allowHosts, signal: limit.signal });
  } catch (cause) {
    throw limit.isOver ? createError(registryErrors.HOST_SLOW, { url, seconds: limitMs / 1000 }, { cause }) : cause;
  } finally {
    limit.end();
  }
}
