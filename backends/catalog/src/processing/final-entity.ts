import { createHash } from 'node:crypto';
import type { Entity, EntityRelation } from '@portico/plugin-catalog-common';

/** An entity as it is served. */
export interface FinalEntity {
  readonly entity: Entity;
  readonly etag: string;
  /** The JSON text of `entity`. */
  readonly text: string;
}

/** Joins an entity with its relations and gives it its uid and etag. The etag depends on everything but the uid. */
export function finalEntity(claimed: Entity, uid: string, relations: readonly EntityRelation[]): FinalEntity {
  const sorted = relations.toSorted((left, right) => compare(left.type, right.type) || compare(left.targetRef, right.targetRef));
  const body = { ...claimed, relations: sorted };
  const etag = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 40);
  const entity: Entity = { ...body, metadata: { ...claimed.metadata, uid, etag } };
  return { entity, etag, text: JSON.stringify(entity) };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
