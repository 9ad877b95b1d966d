import { DEFAULT_NAMESPACE, RELATION_OWNED_BY, parseEntityRef } from '@portico/plugin-catalog-common';
import type { CompoundEntityRef, Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import type { ReactElement } from 'react';
import { textAt } from './text-at.ts';

/** Who owns an entity: a link to the group or user. Nothing for an entity without an owner. */
export function OwnerLink({ entity }: { readonly entity: Entity }): ReactElement | null {
  const owner = ownerOf(entity);
  return owner ? <EntityRefLink entity={owner} defaultKind={owner.kind} /> : null;
}

/** The owner of an entity, by its relations or, in lists that come without them, by its spec. */
export function ownerOf(entity: Entity): CompoundEntityRef | undefined {
  const text = entity.relations?.find(relation => relation.type === RELATION_OWNED_BY)?.targetRef ?? textAt(entity, 'owner');
  if (text === undefined) return undefined;
  try {
    return parseEntityRef(text, { defaultKind: 'group', defaultNamespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE });
  } catch {
    // People write anything there; a text that is no ref has no page to lead to.
    return undefined;
  }
}
