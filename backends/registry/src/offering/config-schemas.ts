import type { JsonSchema } from '@portico/config';
import { configKeyOf } from '@portico/remote-checks';
import type { JudgedRemote } from './offering.ts';

/**
 * The schemas of the configuration that remotes read. Only what they say of the plugin's own key is passed on, so that no
 * remote can make another part of the configuration visible to browsers.
 */
export function configSchemasOf(remotes: readonly JudgedRemote[]): JsonSchema[] {
  return remotes.flatMap(({ status, id, manifest }) => {
    const properties = manifest?.configSchema?.properties as Record<string, JsonSchema> | undefined;
    const key = configKeyOf(id);
    const own = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
    return status === 'refused' || !own ? [] : [{ type: 'object', properties: { [key]: own } }];
  });
}
