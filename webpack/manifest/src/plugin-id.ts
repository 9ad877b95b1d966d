import type { RemotePackage } from './built-remote.ts';

/** The id of a plugin: `portico.pluginId` of its `package.json`, or what follows `plugin-` in the package's name. */
export function pluginIdOf({ portico, name }: Pick<RemotePackage, 'name' | 'portico'>): string {
  return portico?.pluginId ?? name.replace(/^.*plugin-/, '');
}
