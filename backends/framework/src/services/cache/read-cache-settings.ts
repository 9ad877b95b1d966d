import type { ConfigReader, JsonObject } from '@portico/config';
import { configErrors, createError } from '@portico/errors';
import { readDuration } from '../config/read-duration.ts';

/** A store that several processes reach over the network. */
export interface SharedStoreSettings {
  readonly store: 'memcache' | 'redis' | 'valkey';
  /** An address, or the options of the store's client. */
  readonly connection: string | JsonObject;
  /** Stands in front of every key, so that several installations can share a server. */
  readonly prefix: string;
  readonly ttlMs: number | undefined;
  /** Milliseconds after which an operation without an answer is given up, and the store counts as away. */
  readonly operationMs: number;
}

/** What `backend.cache` comes down to. */
export type CacheSettings = { readonly store: 'memory'; readonly ttlMs: number | undefined } | SharedStoreSettings;

const defaultPrefix = 'portico:';
// With the connection's end and the answer without a cache well below the 300 ms that a cache may cost a request.
const defaultOperationMs = 200;

function prefixOf(config: ConfigReader, store: string): string {
  const client = `backend.cache.${store}.client`;
  const keyPrefix = config.getOptionalString(`${client}.keyPrefix`);
  if (keyPrefix !== undefined) return keyPrefix;
  const namespace = config.getOptionalString(`${client}.namespace`);
  if (namespace === undefined) return defaultPrefix;
  return `${namespace}${config.getOptionalString(`${client}.keyPrefixSeparator`) ?? ':'}`;
}

/**
 * Reads `backend.cache` with the keys of Backstage.
 *
 * @param warn - called for keys that are accepted and have no effect
 * @throws CONFIG_VALUE_INVALID for a shared store without a connection, and for a cluster
 */
export function readCacheSettings(config: ConfigReader, warn: (message: string) => void): CacheSettings {
  const store = (config.getOptionalString('backend.cache.store') ?? 'memory') as CacheSettings['store'];
  const ttlMs = readDuration(config, 'backend.cache.defaultTtl');
  if (config.has('backend.cache.useRedisSets')) {
    warn('backend.cache.useRedisSets has no effect: the cache of one plugin is cleared without sets. Remove the key.');
  }
  if (store === 'memory') return { store, ttlMs };
  const refuse = (path: string, expected: string, received: string) =>
    createError(configErrors.VALUE_INVALID, { path, expected, received, source: 'configuration' });
  if (config.has(`backend.cache.${store}.cluster`)) {
    throw refuse(`backend.cache.${store}.cluster`, 'one server in backend.cache.connection', 'a cluster');
  }
  const connection = config.getOptional<string | JsonObject>('backend.cache.connection');
  if (connection === undefined) {
    throw refuse('backend.cache.connection', `the address of the ${store} server`, 'nothing');
  }
  const operationMs = readDuration(config, 'backend.cache.operationTimeout') ?? defaultOperationMs;
  return { store, connection, ttlMs, operationMs, prefix: prefixOf(config, store) };
}
