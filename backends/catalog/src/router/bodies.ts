import * as v from 'valibot';

const strings = v.array(v.string());
const predicate = v.optional(v.record(v.string(), v.unknown()));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const byRefsBody = v.object({ entityRefs: strings, fields: v.optional(strings), query: predicate });

export const byQueryBody = v.object({
  cursor: v.optional(v.string()),
  limit: v.optional(count),
  offset: v.optional(count),
  orderBy: v.optional(v.array(v.object({ field: v.pipe(v.string(), v.minLength(1)), order: v.picklist(['asc', 'desc']) }))),
  fullTextFilter: v.optional(v.object({ term: v.optional(v.string()), fields: v.optional(strings) })),
  fields: v.optional(strings),
  totalItems: v.optional(v.picklist(['include', 'exclude'])),
  query: predicate,
});

export const facetsBody = v.object({ facets: strings, query: predicate });

export const refreshBody = v.object({
  entityRef: v.pipe(v.string(), v.minLength(1)),
  authorizationToken: v.optional(v.string()),
});

export const validateBody = v.object({ location: v.string(), entity: v.record(v.string(), v.unknown()) });
