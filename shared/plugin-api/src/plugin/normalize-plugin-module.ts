import { createError, pluginApiErrors } from '@portico/errors';
import type { ApiFactory } from '../apis/api-factory.ts';
import type { AnyComponent } from '../extensions/any-component.ts';
import { pagePointId } from '../extensions/create-page-extension.ts';
import { nameOfValue } from '../json/name-of-value.ts';
import { isComponent } from './load-component.ts';
import { createMountComponent } from './mountable-plugin.ts';
import type { MountablePlugin } from './mountable-plugin.ts';
import type { LoadedExtension, Plugin } from './plugin.ts';

/** A loaded plugin in the one form that the shell works with. */
export interface NormalizedPlugin {
  readonly kind: 'plugin' | 'component' | 'mountable';
  readonly apis: readonly ApiFactory[];
  /** As `Plugin.load`. The other two kinds have one page, whatever id it is registered under. */
  load(extensionId: string): Promise<LoadedExtension>;
}

function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && '$$type' in value && value.$$type === '@portico/Plugin';
}

function isMountable(value: unknown): value is MountablePlugin {
  return typeof value === 'object' && value !== null && 'mount' in value && typeof value.mount === 'function';
}

function singlePage(kind: 'component' | 'mountable', Component: AnyComponent): NormalizedPlugin {
  return { kind, apis: [], load: async id => ({ id, point: pagePointId, Component }) };
}

/**
 * Recognises the three forms of a remote's default export by their shape. Throws `PLUGIN_API_MODULE_UNKNOWN` for anything else.
 *
 * @param pluginId - for the message
 */
export function normalizePluginModule(defaultExport: unknown, pluginId: string): NormalizedPlugin {
  if (isPlugin(defaultExport)) {
    return { kind: 'plugin', apis: defaultExport.apis, load: id => defaultExport.load(id) };
  }
  if (isMountable(defaultExport)) return singlePage('mountable', createMountComponent(defaultExport));
  if (isComponent(defaultExport)) return singlePage('component', defaultExport);
  const received = defaultExport === undefined ? 'no default export' : nameOfValue(defaultExport);
  throw createError(pluginApiErrors.MODULE_UNKNOWN, { plugin: pluginId, received });
}
