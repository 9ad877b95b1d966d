import { catalogErrors, createError } from '@portico/errors';

/** @throws catalogErrors.QUERY_TOO_LARGE when there are more things than a query may have */
export function assertCount(things: string, count: number, limit: number): void {
  if (count > limit) throw createError(catalogErrors.QUERY_TOO_LARGE, { things, count, limit });
}
