import type { Entity } from '@portico/plugin-catalog-common';

/** The text in one field of an entity's spec; undefined for anything else that stands there. */
export function textAt(entity: Entity, field: string): string | undefined {
  const value = entity.spec?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
