import type { QueryEntitiesRequest } from '@portico/plugin-catalog-react';
import type { ListState } from '../pages/index/list-state.ts';

/** Entities per page of the list. */
export const pageSize = 20;

/** The fields of an entity by which the list is sorted. */
const sortFields: Record<ListState['sort']['column'], string> = {
  name: 'metadata.name',
  owner: 'spec.owner',
  type: 'spec.type',
  lifecycle: 'spec.lifecycle',
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
  'spec.profile.displayName',
];

/** The question that a state of the list asks. */
export function listRequest({ kind, text, sort, cursor }: ListState): QueryEntitiesRequest {
  if (cursor !== undefined) return { cursor, limit: pageSize, fields: shownFields };
  const order = sort.direction === 'ascending' ? 'asc' : 'desc';
  return {
    limit: pageSize,
    fields: shownFields,
    orderFields: [{ field: sortFields[sort.column], order }],
    ...(kind === 'all' ? {} : { filter: { kind } }),
    ...(text === ''
      ? {}
      : { fullTextFilter: { term: text, fields: ['metadata.name', 'metadata.title', 'metadata.description', 'metadata.tags'] } }),
  };
}
