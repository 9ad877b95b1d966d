import type { JsonSchema } from '../json-schema.ts';
import { duration, secret } from './shapes.ts';

/** What the clients of Redis and Valkey call a name space; the separator goes between it and the plugin. */
const client: JsonSchema = {
  type: 'object',
  properties: {
    namespace: { type: 'string' },
    keyPrefix: { type: 'string' },
    keyPrefixSeparator: { type: 'string' },
    clearBatchSize: { type: 'number' },
    useUnlink: { type: 'boolean' },
    noNamespaceAffectsAll: { type: 'boolean' },
  },
};

const store: JsonSchema = { type: 'object', properties: { client, cluster: { type: 'object' } } };

/** `backend.cache`: the store behind every plugin's cache. */
export const cacheSchema: JsonSchema = {
  type: 'object',
  properties: {
    store: { enum: ['memory', 'memcache', 'redis', 'valkey'] },
    connection: {
      anyOf: [{ type: 'object', properties: { url: secret, password: secret } }, secret],
      expected: 'a connection string or an object such as { url }',
    },
    defaultTtl: duration,
    operationTimeout: duration,
    useRedisSets: { type: 'boolean' },
    redis: store,
    valkey: store,
    memcache: store,
  },
};
