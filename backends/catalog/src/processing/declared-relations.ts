import { catalogErrors, createError, messageOf } from '@portico/errors';
import { DEFAULT_NAMESPACE, parseEntityRef, relationOpposites, stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import type { EntityFault } from '@portico/plugin-catalog-common/validation';

/** One direction of a relation; refs are full and lower-case. */
export interface DeclaredRelation {
  readonly from: string;
  readonly type: string;
  readonly to: string;
}

/** `spec` field, relation type, and the kind that a ref without one means; none where the ref has to name it. */
type Rule = readonly [field: string, type: string, defaultKind?: string];

const owner: Rule = ['owner', 'ownedBy', 'Group'];
const system: Rule = ['system', 'partOf', 'System'];
const dependencies: readonly Rule[] = [
  ['dependsOn', 'dependsOn'],
  ['dependencyOf', 'dependencyOf'],
];

const rulesByKind: Readonly<Record<string, readonly Rule[]>> = {
  component: [
    owner,
    ['subcomponentOf', 'partOf', 'Component'],
    system,
    ['providesApis', 'providesApi', 'API'],
    ['consumesApis', 'consumesApi', 'API'],
    ...dependencies,
  ],
  api: [owner, system],
  resource: [owner, system, ...dependencies],
  system: [owner, ['domain', 'partOf', 'Domain']],
  domain: [owner, ['subdomainOf', 'partOf', 'Domain']],
  group: [
    ['parent', 'childOf', 'Group'],
    ['children', 'parentOf', 'Group'],
    ['members', 'hasMember', 'User'],
  ],
  user: [['memberOf', 'memberOf', 'Group']],
  template: [owner],
  airesource: [owner, system],
};

const longestRef = 255;

/**
 * The relations that the `spec` of an entity declares, each in both directions (`ownedBy` and `ownerOf`). A ref that
 * cannot be read makes a fault and no relation.
 */
export function declaredRelations(entity: Entity): { relations: DeclaredRelation[]; faults: EntityFault[] } {
  const from = stringifyEntityRef(entity);
  const defaultNamespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  const relations: DeclaredRelation[] = [];
  const faults: EntityFault[] = [];
  for (const [field, type, defaultKind] of rulesByKind[entity.kind.toLowerCase()] ?? []) {
    const value = entity.spec?.[field];
    const written = Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value as unknown];
    written.forEach((ref, index) => {
      const path = Array.isArray(value) ? `spec.${field}.${index}` : `spec.${field}`;
      try {
        const context = { defaultNamespace, ...(defaultKind ? { defaultKind } : {}) };
        const to = stringifyEntityRef(parseEntityRef(String(ref), context));
        if (to.length > longestRef) throw createError(catalogErrors.REF_TOO_LONG, { limit: longestRef, length: to.length });
        relations.push({ from, type, to }, { from: to, type: relationOpposites[type] ?? type, to: from });
      } catch (error) {
        faults.push({ path, message: `${path}: ${messageOf(error)}` });
      }
    });
  }
  return { relations, faults };
}
