import type { EntityFilterTerms, QueryEntitiesRequest } from '@portico/plugin-catalog-react';
import { parseEntityRef } from '@portico/plugin-catalog-common';
import { filterNames } from '../pages/index/list-state.ts';
import type { FilterName, ListState } from '../pages/index/list-state.ts';

/** Entities that are fetched at once. */
export const pageSize = 50;

/** More stars would make the question longer than the catalog takes. */
const mostStars = 60;

/** The fields of an entity by which the list is sorted. */
const sortFields: Record<ListState['sort']['column'], string> = {
  name: 'metadata.name',
  system: 'spec.system',
  owner: 'spec.owner',
  type: 'spec.type',
  lifecycle: 'spec.lifecycle',
};

/** The path whose values each filter offers. */
export const filterFields: Record<FilterName, string> = {
  type: 'spec.type',
  owner: 'relations.ownedBy',
  lifecycle: 'spec.lifecycle',
  tag: 'metadata.tags',
};

const shownFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'spec.domain',
  'spec.profile',
];

/** What belongs to the user. */
export interface PersonalRefs {
  /** Refs that own for the user. */
  readonly ownership: readonly string[];
  readonly starred: readonly string[];
}

/** What narrows the list beside the search. */
export type ListScope = Pick<ListState, 'kind' | 'list' | 'filters'>;

/** The condition of a state; undefined where nothing can meet it, so that there is nothing to ask. */
export function listFilter({ kind, list, filters }: ListScope, personal: PersonalRefs): readonly EntityFilterTerms[] | undefined {
  const terms: Record<string, string | readonly string[]> = {};
  if (kind !== 'all') terms['kind'] = kind;
  for (const name of filterNames) {
    const values = filters[name];
    if (values?.length) terms[filterFields[name]] = values;
  }
  if (list === 'owned') {
    // Both conditions are on one key, which holds one set of values: those that meet both.
    const wanted = filters.owner?.map(ref => ref.toLowerCase());
    const owners = wanted?.length ? personal.ownership.filter(ref => wanted.includes(ref)) : personal.ownership;
    if (owners.length === 0) return undefined;
    terms[filterFields.owner] = owners;
  }
  if (list !== 'starred') return Object.keys(terms).length > 0 ? [terms] : [];
  const stars = personal.starred.map(ref => parseEntityRef(ref)).filter(star => kind === 'all' || star.kind === kind);
  if (stars.length === 0) return undefined;
  return stars.slice(-mostStars).map(star => ({
    ...terms,
    kind: star.kind,
    'metadata.namespace': star.namespace,
    'metadata.name': star.name,
  }));
}

/** The question for the first page of a state, or for the page at a cursor; undefined where nothing can match. */
export function listRequest(state: ListState, personal: PersonalRefs): QueryEntitiesRequest | undefined {
  const { text, sort } = state;
  const filter = listFilter(state, personal);
  if (!filter) return undefined;
  const order = sort.direction === 'ascending' ? 'asc' : 'desc';
  return {
    limit: pageSize,
    fields: shownFields,
    orderFields: [{ field: sortFields[sort.column], order }],
    ...(filter.length > 0 ? { filter } : {}),
    ...(text === ''
      ? {}
      : { fullTextFilter: { term: text, fields: ['metadata.name', 'metadata.title', 'metadata.description', 'metadata.tags'] } }),
  };
}

/** The question for the page that begins at a cursor. */
export function nextRequest(cursor: string): QueryEntitiesRequest {
  return { cursor, limit: pageSize, fields: shownFields };
}
