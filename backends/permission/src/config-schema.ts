import type { JsonSchema } from '@portico/config';

const name: JsonSchema = { type: 'string', pattern: '^\\S+$', expected: 'a name without blanks' };
const texts: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1 } };

const grant: JsonSchema = {
  anyOf: [
    name,
    {
      type: 'object',
      required: ['permission'],
      properties: { permission: { anyOf: [texts, name] }, if: {} },
      additionalProperties: false,
    },
  ],
  expected: 'the name of a permission ("*" stands for any text), or { permission, if }',
};

/** `permission`: the policy. */
export const permissionConfigSchema: JsonSchema = {
  type: 'object',
  properties: {
    permission: {
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        roles: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            required: ['permissions'],
            properties: {
              title: { type: 'string' },
              description: { type: 'string' },
              permissions: { type: 'array', items: grant },
            },
            additionalProperties: false,
          },
        },
        assignments: {
          type: 'array',
          items: {
            type: 'object',
            required: ['role', 'members'],
            properties: { role: name, members: texts },
            additionalProperties: false,
          },
        },
      },
    },
  },
};
