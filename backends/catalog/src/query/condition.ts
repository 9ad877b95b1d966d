/**
 * What is asked of an entity, in terms of its search rows. Keys and values are lower-case. `all` of nothing is true,
 * `any` of nothing is false.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  /** The key is there; with `deep`, also when only keys below it are. */
  | { readonly key: string; readonly exists: true; readonly deep?: boolean }
  | { readonly key: string; readonly values: readonly string[] }
  | { readonly key: string; readonly prefix: string };

/** Bounds that keep one query from taking the database down. */
export const queryBounds = {
  conditions: 500,
  values: 1000,
  fields: 50,
  facets: 50,
  orderFields: 10,
  refs: 5000,
  limit: 10_000,
} as const;
