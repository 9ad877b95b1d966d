import type { FilterPredicate } from '@portico/contracts';
import type { ComponentLoader, Extension } from './extension.ts';
import type { ExtensionPoint } from './extension-point.ts';

/** Options of `createExtension`. */
export interface ExtensionOptions<P, C> {
  readonly point: ExtensionPoint<P, C>;
  /** Unique in the plugin: lower case words joined by one of `- : / .`, for example `card:ownership`. */
  readonly id: string;
  /** Shows only where this holds for the point's subject (for the catalog: the entity). Default: everywhere. */
  readonly if?: FilterPredicate;
  readonly config: C;
  readonly loader: ComponentLoader<P>;
}

/** Declares that a plugin shows a component at an extension point. Checked when `createPlugin` takes it. */
export function createExtension<P, C extends object>(options: ExtensionOptions<P, C>): Extension {
  const { point, id, config, loader } = options;
  return {
    $$type: '@portico/Extension',
    id,
    point: point.id,
    ...(options.if === undefined ? {} : { if: options.if }),
    config,
    loader: loader as ComponentLoader<never>,
  };
}
