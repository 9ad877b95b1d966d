import { readFileSync } from 'node:fs';
import { buildErrors, createError, messageOf } from '@portico/errors';

/**
 * Reads a JSON file; its shape is not looked at.
 *
 * @throws buildErrors.JSON_INVALID
 */
export function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (cause) {
    throw createError(buildErrors.JSON_INVALID, { file, reason: messageOf(cause) }, { cause });
  }
}
