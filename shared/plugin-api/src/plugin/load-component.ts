import { createError, pluginApiErrors } from '@portico/errors';
import type { AnyComponent } from '../extensions/any-component.ts';
import { nameOfValue } from '../json/name-of-value.ts';
import type { NamedExtension } from './create-plugin.ts';

/** True for functions and for what memo, lazy and forwardRef make. */
export function isComponent(value: unknown): value is AnyComponent {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && '$$typeof' in value);
}

/** Runs the loader of an extension and takes the component out of what it gives. */
export async function loadComponent(plugin: string, extension: NamedExtension): Promise<AnyComponent> {
  const loaded: unknown = await extension.loader();
  if (isComponent(loaded)) return loaded;
  const exported = (loaded as { default?: unknown } | null | undefined)?.default;
  if (isComponent(exported)) return exported;
  const received = exported === undefined ? 'no default export' : nameOfValue(exported);
  throw createError(pluginApiErrors.COMPONENT_MISSING, { plugin, extension: extension.id, received });
}
