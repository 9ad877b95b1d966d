import type { Entity } from './entity.ts';
import { checkEnvelope } from './envelope.ts';
import type { EntityFault } from './fault.ts';
import { createKindValidator } from './kinds/kind-validator.ts';

export type { EntityFault } from './fault.ts';

/** The verdict on one entity. `knownKind` is false where the kind, or this version of it, has no rules of its own. */
export type EntityVerdict =
  | { readonly ok: true; readonly entity: Entity; readonly knownKind: boolean }
  | { readonly ok: false; readonly stage: 'envelope' | 'kind'; readonly faults: readonly EntityFault[] };

/**
 * Makes a function that checks entities as they are written in files: first what all kinds have in common, then what the
 * kind demands of `spec`. It reports every fault of the stage that failed. Schemas are compiled when a kind is first met
 * and kept by the returned function, so make one and keep it.
 */
export function createEntityValidator(): (entity: unknown) => EntityVerdict {
  const checkKind = createKindValidator();
  return entity => {
    const envelopeFaults = checkEnvelope(entity);
    if (envelopeFaults.length > 0) return { ok: false, stage: 'envelope', faults: envelopeFaults };
    const checked = entity as Entity;
    const { known, faults } = checkKind(checked);
    return faults.length > 0 ? { ok: false, stage: 'kind', faults } : { ok: true, entity: checked, knownKind: known };
  };
}

/** Checks one entity with a validator of its own. For many entities use `createEntityValidator`. */
export function validateEntity(entity: unknown): EntityVerdict {
  return createEntityValidator()(entity);
}
