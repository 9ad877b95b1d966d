import * as v from 'valibot';

type Primitive = string | number | boolean;

/** A condition on one value: equal to a primitive (case-insensitive), or one operator. */
export type FilterPredicateValue =
  | Primitive
  | { readonly $exists: boolean }
  | { readonly $in: readonly Primitive[] }
  | { readonly $hasPrefix: string }
  | { readonly $contains: FilterPredicate | Primitive };

/**
 * A condition on a JSON value, itself JSON: `{ kind: 'Component', 'metadata.annotations.x': { $exists: true } }`.
 * The language is that of Backstage's filter predicates. Keys are dotted paths; all keys of one object must hold.
 */
export type FilterPredicate =
  | { readonly $all: readonly FilterPredicate[] }
  | { readonly $any: readonly FilterPredicate[] }
  | { readonly $not: FilterPredicate }
  | { readonly [path: string]: FilterPredicateValue };

const primitive = v.union([v.string(), v.number(), v.boolean()]);

const predicateValue: v.GenericSchema<FilterPredicateValue> = v.lazy(() =>
  v.union([
    primitive,
    v.strictObject({ $exists: v.boolean() }),
    v.strictObject({ $in: v.array(primitive) }),
    v.strictObject({ $hasPrefix: v.string() }),
    v.strictObject({ $contains: v.union([filterPredicateSchema, primitive]) }),
  ]),
);

/** Checks the shape of a predicate. `$all`, `$any` and `$not` each stand alone in their object. */
export const filterPredicateSchema: v.GenericSchema<FilterPredicate> = v.lazy(() =>
  v.union([
    v.strictObject({ $all: v.array(filterPredicateSchema) }),
    v.strictObject({ $any: v.array(filterPredicateSchema) }),
    v.strictObject({ $not: filterPredicateSchema }),
    v.record(v.pipe(v.string(), v.regex(/^[^$]/, 'Expected a path or one of $all, $any, $not')), predicateValue),
  ]),
) as v.GenericSchema<FilterPredicate>;
