import { createHash } from 'node:crypto';
import { pickVisible } from '@portico/config';
import type { JsonObject, JsonSchema } from '@portico/config';
import type { PublicConfig } from '@portico/contracts';

/** Keeps what browsers may see of the configuration. */
export interface PublicConfigStore {
  current(): PublicConfig;
  /** True if the visible values have changed. */
  update(change: { readonly data?: JsonObject; readonly remoteSchemas?: readonly JsonSchema[] }): boolean;
}

/**
 * Filters the configuration by visibility.
 *
 * @param schemas - of the core and of the backend plugins
 */
export function createPublicConfig(data: JsonObject, schemas: readonly JsonSchema[]): PublicConfigStore {
  let known: { readonly data: JsonObject; readonly remoteSchemas: readonly JsonSchema[] } = { data, remoteSchemas: [] };
  const read = (): PublicConfig => {
    const config = pickVisible(known.data, [...schemas, ...known.remoteSchemas]);
    const revision = createHash('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 16);
    return { revision, config };
  };
  let current = read();
  return {
    current: () => current,
    update(change) {
      known = { ...known, ...change };
      const { revision } = current;
      current = read();
      return current.revision !== revision;
    },
  };
}
