import { createExternalRouteRef, useRouteRef } from '@portico/plugin-api';
import { getCompoundEntityRef, parseEntityRef } from '@portico/plugin-catalog-common';
import type { CompoundEntityRef, Entity } from '@portico/plugin-catalog-common';

/**
 * The page of an entity, whichever plugin has it. A plugin that names it in its `externalRoutes` can have it bound elsewhere.
 * Optional: without a catalog, names are shown without links.
 */
export const entityRouteRef = /* @__PURE__ */ createExternalRouteRef({
  params: ['kind', 'namespace', 'name'],
  optional: true,
  defaultTarget: 'catalog.entity',
});

/**
 * The list of entities, whichever plugin has it. Its query narrows it: `kind`, `list` (`all`, `owned`, `starred`), `text`, and `type`,
 * `owner` (an entity ref), `lifecycle` and `tag`, each as often as one likes.
 */
export const catalogIndexRouteRef = /* @__PURE__ */ createExternalRouteRef({ optional: true, defaultTarget: 'catalog.index' });

/** Anything that names an entity: the entity, its three parts, or `[kind:][namespace/]name` as text with the kind in it. */
export type EntityLike = Entity | CompoundEntityRef | string;

/** The three parts of an entity's identity, in the case in which they were written. */
export function compoundRefOf(entity: EntityLike): CompoundEntityRef {
  if (typeof entity === 'string') return parseEntityRef(entity);
  return 'metadata' in entity ? getCompoundEntityRef(entity) : entity;
}

/** The values for `entityRouteRef`: kind and namespace in lower case, the name as it is written. */
export function entityRouteParameters(entity: EntityLike): CompoundEntityRef {
  const { kind, namespace, name } = compoundRefOf(entity);
  return { kind: kind.toLowerCase(), namespace: namespace.toLowerCase(), name };
}

/** Hook: how to make the path of an entity's page. Gives undefined while there is no plugin with such a page. */
export function useEntityPath(): (entity: EntityLike) => string | undefined {
  const path = useRouteRef(entityRouteRef);
  return entity => path?.(entityRouteParameters(entity));
}
