import { createError, pluginApiErrors } from '@portico/errors';
import { nameOfValue } from '../json/name-of-value.ts';

/** `<name>/v<n>`: the same pattern as the contracts', repeated here because their module brings its schemas along. */
export const versionedIdPattern = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+\/v[1-9][0-9]*$/;

/** Throws unless `id` carries its version. `where` names the thing in the message. */
export function checkVersionedId(where: string, id: string): void {
  if (versionedIdPattern.test(id)) return;
  const expected = 'catalog.entity/v1 (names joined by dots, / and a version)';
  throw createError(pluginApiErrors.ID_INVALID, { where, expected, received: nameOfValue(id) });
}
