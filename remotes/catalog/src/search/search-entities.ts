import { resolveRoute, routesApiRef } from '@portico/plugin-api';
import type { Search } from '@portico/plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@portico/plugin-catalog-common';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { entityPageRouteRef } from '../routes.ts';

const most = 8;

/** Entities whose name, title or description holds the text, for the command palette. */
const searchEntities: Search = async (text, signal, apis) => {
  const [catalog, routes] = await Promise.all([apis.get(catalogApiRef), apis.get(routesApiRef)]);
  const request = {
    limit: most,
    fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
    fullTextFilter: { term: text, fields: ['metadata.name', 'metadata.title', 'metadata.description'] },
    orderFields: [{ field: 'metadata.name', order: 'asc' as const }],
  };
  const { items } = await catalog.queryEntities(request, { signal });
  return items.map(entity => {
    const ref = stringifyEntityRef(entity);
    const { kind, namespace, name } = parseEntityRef(ref);
    return {
      title: entity.metadata.title ?? entity.metadata.name,
      subtitle: ref,
      to: resolveRoute(entityPageRouteRef, { kind, namespace, name }, { ...routes.getTable(), pluginId: 'catalog' }) ?? '/',
      icon: kind,
    };
  });
};

export default searchEntities;
