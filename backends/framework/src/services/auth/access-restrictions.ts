import type { ConfigReader } from '@portico/config';
import { createError, frameworkErrors } from '@portico/errors';
import type { AccessRestriction } from './credentials.ts';

/** What a token may do by plugin; undefined where nothing restricts it. */
export type AccessRestrictions = ReadonlyMap<string, AccessRestriction> | undefined;

function textsOf(config: ConfigReader, path: string): readonly string[] | undefined {
  const value = config.getOptional(path);
  if (value === undefined) return undefined;
  const texts = Array.isArray(value) ? config.getStringArray(path) : [config.getString(path)];
  return texts.flatMap(text => text.split(/[\s,]+/)).filter(text => text !== '');
}

function merge(first: AccessRestriction | undefined, second: AccessRestriction): AccessRestriction {
  if (!first) return second;
  const names = [...(first.permissionNames ?? []), ...(second.permissionNames ?? [])];
  const actions = [...(first.actions ?? []), ...(second.actions ?? [])];
  return { ...(names.length > 0 ? { permissionNames: names } : {}), ...(actions.length > 0 ? { actions } : {}) };
}

/** Reads `accessRestrictions` of an entry of `backend.auth.externalAccess`. */
export function readAccessRestrictions(entry: ConfigReader): AccessRestrictions {
  const configured = entry.getOptionalConfigArray('accessRestrictions');
  if (!configured) return undefined;
  const byPlugin = new Map<string, AccessRestriction>();
  for (const one of configured) {
    const plugin = one.getString('plugin');
    const names = textsOf(one, 'permission');
    const actions = textsOf(one, 'permissionAttribute.action');
    const restriction = { ...(names ? { permissionNames: names } : {}), ...(actions ? { actions } : {}) };
    byPlugin.set(plugin, merge(byPlugin.get(plugin), restriction));
  }
  return byPlugin;
}

/**
 * What is left of a token in one plugin.
 *
 * @throws FRAMEWORK_TOKEN_RESTRICTED when the token is for other plugins
 */
export function restrictionIn(pluginId: string, restrictions: AccessRestrictions): { restriction?: AccessRestriction } {
  if (!restrictions) return {};
  const restriction = restrictions.get(pluginId);
  if (!restriction) throw createError(frameworkErrors.TOKEN_RESTRICTED, { plugin: pluginId });
  return restriction.permissionNames || restriction.actions ? { restriction } : {};
}
