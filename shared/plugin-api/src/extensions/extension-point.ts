import { checkVersionedId } from '../context/versioned-id.ts';

/** A place on a page where other plugins may show something: components that take `P`, described by JSON of shape `C`. */
export interface ExtensionPoint<P = object, C = object> {
  readonly $$type: '@portico/ExtensionPoint';
  readonly id: string;
  /** Only for type inference; never set. */
  readonly types?: { readonly props: P; readonly config: C };
}

/**
 * Declares a place for extensions. Two declarations with one id are the same place. Raise the version when props or config
 * change incompatibly.
 *
 * @param options.id - `<plugin id>.<name>/v<n>`, for example `catalog.entity-tab/v1`
 */
export function createExtensionPoint<P = object, C = object>({ id }: { id: string }): ExtensionPoint<P, C> {
  checkVersionedId('an extension point', id);
  return { $$type: '@portico/ExtensionPoint', id };
}
