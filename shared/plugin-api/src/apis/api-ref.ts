import { createError, pluginApiErrors } from '@portico/errors';
import { nameOfValue } from '../json/name-of-value.ts';

/** Names an API of type `T`. Two refs with one id are the same API, whichever copy of a library made them. */
export interface ApiRef<T> {
  readonly $$type: '@portico/ApiRef';
  readonly id: string;
  /** Only for type inference; never set. */
  readonly type?: T;
}

const apiIdPattern = /^[a-z][a-z0-9]*([.-][a-z0-9]+)+$/;

/**
 * Declares an API that can be asked for with `useApi`.
 *
 * @param options.id - `<plugin or library>.<name>`, for example `catalog.client`
 */
export function createApiRef<T>({ id }: { id: string }): ApiRef<T> {
  if (!apiIdPattern.test(id)) {
    const expected = 'catalog.client (lower case words joined by dots or hyphens)';
    throw createError(pluginApiErrors.ID_INVALID, { where: 'an API ref', expected, received: nameOfValue(id) });
  }
  return { $$type: '@portico/ApiRef', id };
}
