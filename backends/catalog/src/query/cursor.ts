import { parseShape } from '@portico/contracts';
import { catalogErrors, createError } from '@portico/errors';
import * as v from 'valibot';
import { queryBounds } from './condition.ts';
import type { FullTextFilter, OrderField, Place } from './entity-query.ts';

const place = v.pipe(
  v.array(v.nullable(v.union([v.string(), v.number()]))),
  v.minLength(1),
  v.maxLength(queryBounds.orderFields + 1),
);

const cursorSchema = v.object({
  orderFields: v.pipe(
    v.array(v.object({ field: v.pipe(v.string(), v.maxLength(200)), order: v.picklist(['asc', 'desc']) })),
    v.maxLength(queryBounds.orderFields),
  ),
  orderFieldValues: place,
  firstSortFieldValues: v.optional(place),
  isPrevious: v.boolean(),
  totalItems: v.optional(v.number()),
  fullTextFilter: v.optional(v.object({ term: v.string(), fields: v.optional(v.array(v.string())) })),
  filters: v.optional(v.array(v.string())),
  query: v.optional(v.record(v.string(), v.unknown())),
});

/**
 * Where a page begins, and all of the query but limit and fields. A predicate stands in `query`, which published clients
 * look for: they send a cursor that has it by POST.
 */
export interface Cursor {
  readonly orderFields: readonly OrderField[];
  readonly orderFieldValues: Place;
  readonly firstSortFieldValues?: Place | undefined;
  readonly isPrevious: boolean;
  readonly totalItems?: number | undefined;
  readonly fullTextFilter?: FullTextFilter | undefined;
  readonly filters?: readonly string[] | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64');
}

/** @throws catalogErrors.CURSOR_INVALID */
export function decodeCursor(text: string): Cursor {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch (cause) {
    throw createError(catalogErrors.CURSOR_INVALID, {}, { cause });
  }
  const parsed = parseShape(cursorSchema as v.GenericSchema<unknown, v.InferOutput<typeof cursorSchema>>, value);
  if (!parsed.ok || parsed.value.orderFieldValues.length !== parsed.value.orderFields.length + 1) {
    throw createError(catalogErrors.CURSOR_INVALID);
  }
  return parsed.value;
}
