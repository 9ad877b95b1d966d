import { createApiRef } from '@portico/plugin-api';
import type { CompoundEntityRef, Entity } from '@portico/plugin-catalog-common';

/**
 * Conditions on an entity. All keys of one object must hold; of several objects one must. A key is a dotted path
 * (`kind`, `metadata.annotations.github.com/project-slug`), compared without regard to case; `relations.ownedby` is the ref
 * of the target. The value is a text, several of which one must match, or `true`: the path exists.
 * A text may not hold a comma: the catalog's API takes it for the end of the condition.
 */
export type EntityFilter = EntityFilterTerms | readonly EntityFilterTerms[];
export type EntityFilterTerms = Readonly<Record<string, string | readonly string[] | true>>;

/** A question for a page of entities. With a `cursor` all but `limit` and `fields` is in the cursor. */
export interface QueryEntitiesRequest {
  readonly filter?: EntityFilter;
  /** Entities with the term in one of the fields. Default fields: those ordered by, or else `metadata.uid`. */
  readonly fullTextFilter?: { readonly term: string; readonly fields?: readonly string[] };
  readonly orderFields?: readonly { readonly field: string; readonly order: 'asc' | 'desc' }[];
  /** Entities per page. Default: the catalog's. */
  readonly limit?: number;
  readonly offset?: number;
  readonly cursor?: string;
  /** Dotted paths of the parts to answer with. Default: all. */
  readonly fields?: readonly string[];
}

/** A page of entities. */
export interface QueryEntitiesResponse {
  readonly items: readonly Entity[];
  /** How many entities match on all pages. */
  readonly totalItems: number;
  readonly pageInfo: { readonly nextCursor?: string; readonly prevCursor?: string };
}

/** One value of a facet and how many entities have it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** Options of every call. */
export interface CatalogCallOptions {
  readonly signal?: AbortSignal;
}

/** The catalog as plugins see it. Calls throw the error that the catalog answers with. */
export interface CatalogApi {
  queryEntities(request: QueryEntitiesRequest, options?: CatalogCallOptions): Promise<QueryEntitiesResponse>;
  /** Undefined when the catalog has no such entity. Kind and namespace in any case. */
  getEntityByName(name: CompoundEntityRef | string, options?: CatalogCallOptions): Promise<Entity | undefined>;
  /** One item for each ref, in the order of the refs; undefined where there is no such entity. */
  getEntitiesByRefs(
    request: { readonly entityRefs: readonly string[]; readonly fields?: readonly string[] },
    options?: CatalogCallOptions,
  ): Promise<{ readonly items: readonly (Entity | undefined)[] }>;
  /** The values under each path with their counts. */
  getFacets(
    request: { readonly facets: readonly string[]; readonly filter?: EntityFilter },
    options?: CatalogCallOptions,
  ): Promise<{ readonly facets: Readonly<Record<string, readonly FacetValue[]>> }>;
  /** Reads the file or URL again that an entity comes from; done when the catalog shows the result. */
  refreshEntity(entityRef: string, options?: CatalogCallOptions): Promise<void>;
}

/** Provided by the catalog plugin. */
export const catalogApiRef = /* @__PURE__ */ createApiRef<CatalogApi>({ id: 'catalog.client' });
