import type { JsonSchema } from '../json-schema.ts';
import { duration, port, secret, textOrTexts } from './shapes.ts';

/** `backend.listen`: `:3000`, `127.0.0.1:3000` or `{ host, port }`. */
export const listenSchema: JsonSchema = {
  anyOf: [
    { type: 'string', pattern: '^(?:.*:)?[0-9]{1,5}$' },
    { type: 'object', properties: { host: { type: 'string' }, address: { type: 'string' }, port } },
  ],
  expected: '":3000", "127.0.0.1:3000" or { host, port }',
};

/** `backend.cors`: the options of the `cors` package. */
export const corsSchema: JsonSchema = {
  anyOf: [
    {
      type: 'object',
      properties: {
        origin: {
          anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'boolean' }, { type: 'string' }],
          expected: 'an origin, a list of origins, true or false',
        },
        methods: textOrTexts,
        allowedHeaders: textOrTexts,
        exposedHeaders: textOrTexts,
        credentials: { type: 'boolean' },
        maxAge: { type: 'number', minimum: 0 },
        preflightContinue: { type: 'boolean' },
        optionsSuccessStatus: { type: 'integer', minimum: 200, maximum: 599 },
      },
    },
    { const: false },
  ],
  expected: 'an object with the CORS settings, or false',
};

/** `backend.csp`: additions to the Content-Security-Policy of the page, by directive; false removes a directive. */
export const cspSchema: JsonSchema = {
  type: 'object',
  additionalProperties: {
    anyOf: [
      { type: 'array', items: { type: 'string', pattern: '^[^;,\\s]+$', expected: 'a source without ";", "," and blanks' } },
      { const: false },
    ],
    expected: 'a list of sources, or false to remove the directive',
  },
};

/** `backend.reading`: hosts that the backend may read from when a URL comes from users or from the catalog. */
export const readingSchema: JsonSchema = {
  type: 'object',
  properties: {
    allow: {
      type: 'array',
      items: {
        type: 'object',
        required: ['host'],
        properties: {
          host: { type: 'string', minLength: 1, expected: 'a host such as "example.com", "*.example.com" or "example.com:8080"' },
          paths: { type: 'array', items: { type: 'string', pattern: '^/', expected: 'a path that starts with "/"' } },
        },
      },
    },
  },
};

const limit: JsonSchema = { type: 'integer', minimum: 1, expected: 'a number of requests above 0' };
const rateLimitOfPlugin: JsonSchema = {
  anyOf: [
    {
      type: 'object',
      properties: {
        window: duration,
        incomingRequestLimit: limit,
        ipAllowList: { type: 'array', items: { type: 'string' } },
        skipSuccessfulRequests: { type: 'boolean' },
        skipFailedRequests: { type: 'boolean' },
        passOnStoreError: { type: 'boolean' },
      },
    },
    { type: 'boolean' },
  ],
  expected: 'true, false or { window, incomingRequestLimit, ipAllowList }',
};

/** `backend.rateLimit`: how many requests one address may send in a while. */
export const rateLimitSchema: JsonSchema = {
  anyOf: [
    {
      type: 'object',
      properties: {
        ...(rateLimitOfPlugin.anyOf?.[0]?.properties ?? {}),
        global: { type: 'boolean' },
        store: {
          type: 'object',
          required: ['type'],
          properties: { type: { enum: ['memory', 'redis'] }, connection: secret },
        },
        plugin: { type: 'object', additionalProperties: rateLimitOfPlugin },
      },
    },
    { type: 'boolean' },
  ],
  expected: 'true, false or an object with the limits',
};

/** `backend.server`: how long the server waits for requests and keeps connections. */
export const serverSchema: JsonSchema = {
  type: 'object',
  properties: {
    headersTimeout: duration,
    keepAliveTimeout: duration,
    requestTimeout: duration,
    timeout: duration,
    maxHeaderSize: { type: 'integer', minimum: 1_024 },
    maxHeadersCount: { type: 'integer', minimum: 0 },
    maxRequestsPerSocket: { type: 'integer', minimum: 0 },
  },
};
