import type { JsonSchema } from '../json-schema.ts';
import { duration, secret } from './shapes.ts';

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
    useRedisSets: { type: 'boolean' },
    redis: { type: 'object' },
    valkey: { type: 'object' },
    memcache: { type: 'object' },
  },
};
