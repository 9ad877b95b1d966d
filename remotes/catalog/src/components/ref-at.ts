import { DEFAULT_NAMESPACE, parseEntityRef } from '@portico/plugin-catalog-common';
import type { CompoundEntityRef, Entity } from '@portico/plugin-catalog-common';
import { textAt } from './text-at.ts';

/** The entity that a field of the spec names; the field is named as the kind that it expects. */
export function refAt(entity: Entity, field: string): CompoundEntityRef | undefined {
  const text = textAt(entity, field);
  if (text === undefined) return undefined;
  try {
    return parseEntityRef(text, { defaultKind: field, defaultNamespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE });
  } catch {
    // People write anything there; a text that is no ref has no page to lead to.
    return undefined;
  }
}
