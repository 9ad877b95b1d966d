import type { PermissionRule, PermissionsRegistryService } from '@portico/backend-framework';
import { RELATION_OWNED_BY, catalogEntityResourceType, catalogPermissions } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';

const textsOf = (value: unknown): string[] => [value].flat().filter(item => typeof item === 'string');
const lower = (texts: readonly string[]) => texts.map(text => text.toLowerCase());

function hasPair(pairs: Readonly<Record<string, unknown>> | undefined, key: unknown, value: unknown): boolean {
  if (typeof key !== 'string' || !pairs || !Object.hasOwn(pairs, key)) return false;
  return value === undefined || pairs[key] === value;
}

/** Conditions on entities; names and parameters as in Backstage. */
const rules: readonly PermissionRule<Entity>[] = [
  {
    name: 'IS_ENTITY_OWNER',
    description: 'The entity is owned by one of the claims',
    apply({ relations = [] }, { claims }) {
      const owners = relations.filter(({ type }) => type === RELATION_OWNED_BY).map(({ targetRef }) => targetRef.toLowerCase());
      return lower(textsOf(claims)).some(claim => owners.includes(claim));
    },
  },
  {
    name: 'IS_ENTITY_KIND',
    description: 'The entity is of one of the kinds',
    apply: ({ kind }, { kinds }) => lower(textsOf(kinds)).includes(kind.toLowerCase()),
  },
  {
    name: 'HAS_ANNOTATION',
    description: 'The entity has the annotation, with the value where one is given',
    apply: ({ metadata }, { annotation, value }) => hasPair(metadata.annotations, annotation, value),
  },
  {
    name: 'HAS_LABEL',
    description: 'The entity has the label, with the value where one is given',
    apply: ({ metadata }, { label, value }) => hasPair(metadata.labels, label, value),
  },
];

/** Declares the permissions of the catalog, and how conditions on entities are applied. */
export function declareCatalogPermissions(
  registry: PermissionsRegistryService,
  getResources: (refs: readonly string[]) => Promise<readonly (Entity | undefined)[]>,
): void {
  const permissions = Object.values(catalogPermissions);
  const onEntities = permissions.filter(permission => 'resourceType' in permission);
  registry.addPermissions(permissions.filter(permission => !('resourceType' in permission)));
  registry.addResourceType({ resourceType: catalogEntityResourceType, permissions: onEntities, rules, getResources });
}
