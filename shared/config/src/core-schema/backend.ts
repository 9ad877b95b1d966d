import type { JsonSchema } from '../json-schema.ts';
import { backendAuthSchema } from './backend-auth.ts';
import { cacheSchema } from './backend-cache.ts';
import { databaseSchema } from './backend-database.ts';
import { corsSchema, cspSchema, listenSchema, rateLimitSchema, readingSchema, serverSchema } from './backend-http.ts';
import { auditorSchema, loggerSchema, metricsSchema, tracingSchema } from './backend-observation.ts';
import { backendPluginsSchema, lifecycleSchema, startupSchema } from './backend-startup.ts';
import { url } from './shapes.ts';

/** `backend`. Keys that only Backstage reads are listed, so that they are not taken for misspelt ones. */
export const backendSchema: JsonSchema = {
  type: 'object',
  properties: {
    baseUrl: url('frontend'),
    listen: listenSchema,
    cors: corsSchema,
    csp: cspSchema,
    auth: backendAuthSchema,
    reading: readingSchema,
    database: databaseSchema,
    cache: cacheSchema,
    plugins: backendPluginsSchema,
    startup: startupSchema,
    lifecycle: lifecycleSchema,
    https: {
      anyOf: [{ type: 'object', properties: { certificate: { type: 'object', properties: { key: { type: 'string', visibility: 'secret' } } } } }, { type: 'boolean' }],
    },
    actions: {},
    auditor: auditorSchema,
    extraHeaders: {},
    health: {},
    keys: {},
    logger: loggerSchema,
    metrics: metricsSchema,
    packages: {},
    rateLimit: rateLimitSchema,
    referrer: { type: 'object', properties: { policy: { type: 'string' } } },
    server: serverSchema,
    tracing: tracingSchema,
    trustProxy: {},
    workingDirectory: { type: 'string' },
  },
};
