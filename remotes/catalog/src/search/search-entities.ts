import { resolveRoute, routesApiRef } from '@portico/plugin-api';
import type { Search } from '@portico/plugin-api';
import { DEFAULT_NAMESPACE, parseEntityRef, stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { titleOf } from '../components/title-of.ts';
import { entityPageRouteRef } from '../routes.ts';

const most = 8;

/** The portal's drawings for kinds whose name is not that of one. */
const icons: Readonly<Record<string, string>> = { domain: 'dashboard', group: 'users', location: 'link', resource: 'database', template: 'document' };

/** Entities for the command palette: those with the text in their name or title first, then those that speak of it. */
const searchEntities: Search = async (text, signal, apis) => {
  const [catalog, routes] = await Promise.all([apis.get(catalogApiRef), apis.get(routesApiRef)]);
  const ask = async (fields: string[]): Promise<readonly Entity[]> => {
    const request = {
      limit: most,
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title', 'spec.profile.displayName'],
      fullTextFilter: { term: text, fields },
      orderFields: [{ field: 'metadata.name', order: 'asc' as const }],
    };
    return (await catalog.queryEntities(request, { signal })).items;
  };
  const [named, described] = await Promise.all([ask(['metadata.name', 'metadata.title']), ask(['metadata.description'])]);
  const found = new Map([...named, ...described].map(entity => [stringifyEntityRef(entity), entity]));
  return [...found].slice(0, most).map(([ref, entity]) => {
    const { kind, namespace, name } = parseEntityRef(ref);
    return {
      title: titleOf(entity) ?? name,
      subtitle: namespace === DEFAULT_NAMESPACE ? entity.kind : `${entity.kind} in ${namespace}`,
      to: resolveRoute(entityPageRouteRef, { kind, namespace, name }, { ...routes.getTable(), pluginId: 'catalog' }) ?? '/',
      icon: icons[kind] ?? kind,
    };
  });
};

export default searchEntities;
