import type { JsonSchema } from '@portico/config';

const duration = {
  anyOf: [
    { type: 'object', minProperties: 1, additionalProperties: { type: 'number', minimum: 0 } },
    { type: 'string', pattern: '^\\s*\\d' },
    { type: 'number', minimum: 1 },
  ],
  expected: 'a duration: milliseconds, a text such as "30s", or an object such as { minutes: 5 }',
};

/** `catalog.providers.git`: repositories by a name of the operator's choice. */
export const gitConfigSchema = {
  type: 'object',
  properties: {
    catalog: {
      type: 'object',
      properties: {
        providers: {
          type: 'object',
          properties: {
            git: {
              type: 'object',
              propertyNames: { pattern: '^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$' },
              additionalProperties: {
                type: 'object',
                required: ['url'],
                additionalProperties: false,
                properties: {
                  url: { type: 'string', minLength: 1, pattern: '^[^-]' },
                  branch: { type: 'string', minLength: 1, pattern: '^[^-][^\\s~^:?*\\[\\\\]*$' },
                  path: { type: 'string', minLength: 1 },
                  webUrl: { type: 'string', pattern: '^https?://' },
                  allow: { type: 'array', items: { type: 'string' } },
                  username: { type: 'string' },
                  token: { type: 'string', visibility: 'secret' },
                  schedule: {
                    type: 'object',
                    additionalProperties: false,
                    properties: { frequency: duration, timeout: duration },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as JsonSchema;
