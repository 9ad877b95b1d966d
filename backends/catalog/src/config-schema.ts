import type { JsonSchema } from '@portico/config';

const allow = {
  type: 'array',
  items: {
    oneOf: [{ type: 'string' }, { type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } }],
  },
};

const rules = { type: 'array', items: { type: 'object', required: ['allow'], properties: { allow } } };

/** The `catalog` section of the configuration. */
export const catalogConfigSchema: JsonSchema = {
  type: 'object',
  properties: {
    catalog: {
      type: 'object',
      properties: {
        readonly: { type: 'boolean' },
        locations: {
          type: 'array',
          items: {
            type: 'object',
            required: ['type', 'target'],
            properties: {
              type: { type: 'string', enum: ['file', 'url'] },
              target: { type: 'string', minLength: 1 },
              within: { type: 'string', minLength: 1 },
              allow,
              rules,
            },
          },
        },
        rules,
        processingInterval: {
          oneOf: [{ const: false }, { type: 'object' }, { type: 'number', minimum: 1 }, { type: 'string', pattern: '^\\s*\\d' }],
          expected: 'false, or a duration: milliseconds, a text such as "30s", or an object such as { minutes: 5 }',
        },
      },
    },
  },
} as JsonSchema;
