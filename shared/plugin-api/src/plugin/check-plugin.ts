import { createError, pluginDeclarationErrors } from '@portico/errors';
import type { PluginNavigation } from '@portico/contracts';
import { findNonJson } from '../json/find-non-json.ts';
import { nameOfValue } from '../json/name-of-value.ts';
import type { PluginOptions } from './create-plugin.ts';

/** The same pattern as the contracts', repeated here because their module brings its schemas along. */
export const pluginIdPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Throws unless `title` is a text. `where` says whose title it is. */
export function checkTitle(plugin: string, where: string, title: unknown): void {
  if (typeof title === 'string' && title.trim() !== '') return;
  throw createError(pluginDeclarationErrors.TITLE_MISSING, { plugin, where, received: nameOfValue(title) });
}

/** Throws unless `path` is absolute and plain. */
export function checkPath(plugin: string, where: string, path: unknown): void {
  if (typeof path === 'string' && /^\/([^?#*]*[^?#*/])?$/.test(path) && !path.includes('//')) return;
  throw createError(pluginDeclarationErrors.PATH_INVALID, { plugin, where, received: nameOfValue(path) });
}

/** Throws unless `value` is JSON. */
export function checkJson(plugin: string, where: string, value: unknown): void {
  const received = findNonJson(value, where);
  if (received) throw createError(pluginDeclarationErrors.NOT_JSON, { plugin, where, received });
}

/** Checks id and title. */
export function checkIdentity({ id, title }: PluginOptions): void {
  if (typeof id !== 'string' || id.length > 63 || !pluginIdPattern.test(id)) {
    throw createError(pluginDeclarationErrors.PLUGIN_ID_INVALID, { received: nameOfValue(id) });
  }
  checkTitle(id, 'the plugin', title);
}

/** Checks that every provided API can be made. */
export function checkProvides(plugin: string, { apis = [], provides = [] }: PluginOptions): void {
  for (const { id } of provides) {
    if (apis.some(factory => factory.api.id === id)) continue;
    const received = apis.map(factory => factory.api.id).join(', ') || 'no factories';
    throw createError(pluginDeclarationErrors.API_WITHOUT_FACTORY, { plugin, api: id, received });
  }
}

/** Checks the entries that stand beside those of the pages. */
export function checkNavigation(plugin: string, entries: readonly PluginNavigation[]): void {
  for (const entry of entries) {
    checkTitle(plugin, 'a navigation entry', entry.title);
    checkPath(plugin, `navigation entry ${entry.title}`, entry.path);
    checkJson(plugin, 'navigation', entry);
  }
}
