import type { EntityFilter, QueryEntitiesRequest } from './catalog-api.ts';

function textsOf(filter: EntityFilter): string[] {
  const alternatives = Array.isArray(filter) ? filter : [filter];
  return alternatives.map(terms =>
    Object.entries(terms as Record<string, string | readonly string[] | true>)
      .flatMap(([key, value]) => (value === true ? [key] : [value].flat().map(text => `${key}=${String(text)}`)))
      .join(','),
  );
}

/** Adds a filter: one parameter for each alternative, its conditions joined by commas. */
export function appendFilter(parameters: URLSearchParams, filter: EntityFilter | undefined): void {
  for (const text of filter ? textsOf(filter) : []) if (text !== '') parameters.append('filter', text);
}

/** The query string of `GET /entities/by-query`. */
export function queryParameters(request: QueryEntitiesRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  if (request.fields?.length) parameters.set('fields', request.fields.join(','));
  if (request.limit !== undefined) parameters.set('limit', String(request.limit));
  if (request.cursor !== undefined) {
    parameters.set('cursor', request.cursor);
    return parameters;
  }
  if (request.offset !== undefined) parameters.set('offset', String(request.offset));
  for (const { field, order } of request.orderFields ?? []) parameters.append('orderField', `${field},${order}`);
  if (request.fullTextFilter?.term) parameters.set('fullTextFilterTerm', request.fullTextFilter.term);
  if (request.fullTextFilter?.fields?.length) parameters.set('fullTextFilterFields', request.fullTextFilter.fields.join(','));
  appendFilter(parameters, request.filter);
  return parameters;
}
