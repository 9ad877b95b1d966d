import { catalogErrors, createError } from '@portico/errors';
import type { Request } from 'express';
import { valueOf } from './request-values.ts';

/** Where a list goes on. */
export interface ListPosition {
  readonly limit: number;
  readonly offset: number;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Reads `after`. @throws catalogErrors.CURSOR_INVALID */
export function afterOf(request: Request): ListPosition | undefined {
  const after = valueOf(request, 'after');
  if (after === undefined) return undefined;
  try {
    const { limit, offset } = JSON.parse(Buffer.from(after, 'base64').toString('utf8')) as Partial<ListPosition>;
    if (isCount(limit) && isCount(offset)) return { limit, offset };
  } catch {
    // Not what this catalog gave out: refused below.
  }
  throw createError(catalogErrors.CURSOR_INVALID);
}

/** The value of a `Link` header that leads to the next part of a list. */
export function linkToNext(request: Request, next: ListPosition): string {
  const url = new URL(request.originalUrl, 'http://portal');
  url.searchParams.delete('offset');
  url.searchParams.set('after', Buffer.from(JSON.stringify(next)).toString('base64'));
  return `<${url.pathname}${url.search}>; rel="next"`;
}
