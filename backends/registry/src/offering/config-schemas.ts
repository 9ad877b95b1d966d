import type { JsonSchema } from '@portico/config';
import type { JudgedRemote } from './offering.ts';

/** The key of the configuration that belongs to a plugin: `tech-radar` has `techRadar`. */
function configKey(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/**
 * The schemas of the configuration that remotes read. Each is put below the plugin's own key, so that no remote can make
 * another part of the configuration visible to browsers.
 */
export function configSchemasOf(remotes: readonly JudgedRemote[]): JsonSchema[] {
  return remotes.flatMap(({ status, id, manifest }) => {
    if (status === 'refused' || !manifest?.configSchema) return [];
    return [{ type: 'object', properties: { [configKey(id)]: manifest.configSchema } } as JsonSchema];
  });
}
