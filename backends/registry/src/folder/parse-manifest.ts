import { jsonFault } from '@portico/contracts';
import { createError, messageOf, registryErrors } from '@portico/errors';

/**
 * Reads the text of a `portico-plugin.json`, of whatever shape. All readers have to take it for the same: what is checked here is
 * what a browser and the command line see.
 *
 * @param place - path or address that a message names
 * @throws REGISTRY_MANIFEST_UNREADABLE
 */
export function parseManifest(bytes: Uint8Array, place: string): unknown {
  const reason = jsonFault(bytes);
  if (reason !== undefined) throw createError(registryErrors.MANIFEST_UNREADABLE, { path: place, reason });
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw createError(registryErrors.MANIFEST_UNREADABLE, { path: place, reason: messageOf(cause) }, { cause });
  }
}
