import { durationMs } from '@portico/config';
import type { ConfigReader } from '@portico/config';
import { configErrors, createError } from '@portico/errors';

/** A span of time in milliseconds, in any form that `durationMs` reads; `undefined` where none is set. */
export function readDuration(config: ConfigReader, path: string): number | undefined {
  const value = config.getOptional(path);
  if (value === undefined) return undefined;
  const read = durationMs(value);
  if (read !== undefined) return read;
  const expected = 'a duration: milliseconds, a text such as "30s", or an object such as { minutes: 5 }';
  throw createError(configErrors.VALUE_INVALID, { path, expected, received: JSON.stringify(value), source: 'configuration' });
}
