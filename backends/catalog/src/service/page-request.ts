import { catalogErrors, createError } from '@portico/errors';
import { assertCount } from '../query/assert-count.ts';
import { queryBounds } from '../query/condition.ts';
import type { Condition } from '../query/condition.ts';
import { decodeCursor } from '../query/cursor.ts';
import type { Cursor } from '../query/cursor.ts';
import type { EntityQuery, FullTextFilter, OrderField } from '../query/entity-query.ts';
import { parseFilters } from '../query/parse-filter.ts';
import { parsePredicate } from '../query/parse-predicate.ts';

const defaultLimit = 20;

/** Which entities are meant: repeated `filter` parameters, a predicate, or both (then both have to hold). */
export interface Selection {
  readonly filters?: readonly string[] | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
}

/** A question for one page of entities, as it comes over the wire. With a cursor only limit, fields and totalItems count. */
export interface PageRequest extends Selection {
  readonly cursor?: string | undefined;
  readonly fullTextFilter?: FullTextFilter | undefined;
  readonly orderFields?: readonly OrderField[] | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly totalItems?: 'include' | 'exclude' | undefined;
}

/** What a page request comes down to. */
export interface PagePlan {
  readonly query: EntityQuery;
  /** What every cursor of this query carries on. */
  readonly carried: Pick<Cursor, 'orderFields' | 'fullTextFilter' | 'filters' | 'query' | 'firstSortFieldValues' | 'totalItems'>;
  readonly counts: boolean;
}

/** The condition that a selection stands for. @throws catalogErrors.FILTER_INVALID, PREDICATE_INVALID, QUERY_TOO_LARGE */
export function conditionOf({ filters, query }: Selection): Condition | undefined {
  const filter = parseFilters(filters ?? []);
  const predicate = query && parsePredicate(query);
  return filter && predicate ? { all: [filter, predicate] } : (filter ?? predicate);
}

/** A limit within bounds. @throws catalogErrors.PARAMETER_INVALID */
export function assertLimit(limit: number | undefined): number | undefined {
  if (limit !== undefined && limit > queryBounds.limit) {
    const expected = `at most ${queryBounds.limit}`;
    throw createError(catalogErrors.PARAMETER_INVALID, { name: 'limit', expected, received: limit });
  }
  return limit;
}

/** Checks a page request and says what to ask the store. */
export function planPage(request: PageRequest): PagePlan {
  const limit = assertLimit(request.limit) ?? defaultLimit;
  const cursor = request.cursor === undefined ? undefined : decodeCursor(request.cursor);
  const { filters, query: predicate, fullTextFilter } = cursor ?? request;
  const orderFields = cursor?.orderFields ?? request.orderFields ?? [];
  assertCount('order fields', orderFields.length, queryBounds.orderFields);
  assertCount('full-text fields', fullTextFilter?.fields?.length ?? 0, queryBounds.fields);
  return {
    query: {
      condition: conditionOf({ filters, query: predicate }),
      fullText: fullTextFilter,
      orderFields,
      limit,
      offset: cursor ? 0 : (request.offset ?? 0),
      from: cursor?.orderFieldValues,
      backwards: cursor?.isPrevious ?? false,
    },
    carried: {
      orderFields,
      fullTextFilter,
      filters,
      query: predicate,
      firstSortFieldValues: cursor?.firstSortFieldValues,
      totalItems: cursor?.totalItems,
    },
    counts: request.totalItems !== 'exclude',
  };
}
