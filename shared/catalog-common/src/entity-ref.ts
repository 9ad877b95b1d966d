import { catalogErrors, createError } from '@portico/errors';
import type { Entity } from './entity.ts';

/** The namespace of entities that name none. */
export const DEFAULT_NAMESPACE = 'default';

/** The three parts that identify an entity, in the case in which they were written. */
export interface CompoundEntityRef {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** What a ref falls back to where it names no kind or no namespace. */
export interface EntityRefContext {
  readonly defaultKind?: string;
  readonly defaultNamespace?: string;
}

const refPattern = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/;

/**
 * Reads `[kind:][namespace/]name`.
 *
 * @param ref - the text, or an object with at least a name
 * @throws catalogErrors.REF_INVALID for text of another shape, catalogErrors.REF_KIND_MISSING where neither the ref nor
 *   the context names a kind
 */
export function parseEntityRef(ref: string | Partial<CompoundEntityRef>, context: EntityRefContext = {}): CompoundEntityRef {
  const { kind, namespace, name } = typeof ref === 'string' ? splitRef(ref) : ref;
  const shown = typeof ref === 'string' ? ref : JSON.stringify(ref);
  if (!name) throw createError(catalogErrors.REF_INVALID, { ref: shown });
  const resolvedKind = kind || context.defaultKind;
  if (!resolvedKind) throw createError(catalogErrors.REF_KIND_MISSING, { ref: shown });
  return { kind: resolvedKind, namespace: namespace || context.defaultNamespace || DEFAULT_NAMESPACE, name };
}

function splitRef(ref: string): Partial<CompoundEntityRef> {
  const match = refPattern.exec(ref.trim());
  if (!match) return {};
  const [, kind, namespace, name] = match;
  return { ...(kind ? { kind } : {}), ...(namespace ? { namespace } : {}), ...(name ? { name } : {}) };
}

/** The identity of an entity as text: `component:default/shell`, always lower-case and complete. */
export function stringifyEntityRef(
  ref: Entity | { readonly kind: string; readonly namespace?: string | undefined; readonly name: string },
): string {
  const { kind } = ref;
  const { namespace, name } = 'metadata' in ref ? ref.metadata : ref;
  return `${kind}:${namespace ?? DEFAULT_NAMESPACE}/${name}`.toLowerCase();
}

/** The three parts of an entity's identity, in their original case. */
export function getCompoundEntityRef(entity: Entity): CompoundEntityRef {
  return { kind: entity.kind, namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE, name: entity.metadata.name };
}
