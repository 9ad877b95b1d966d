import type { JsonSchema } from '../json-schema.ts';
import { duration, secret, url } from './shapes.ts';

/** `auth`: sign-in of people. Each provider has settings of its own, directly or by environment. */
export const authSchema: JsonSchema = {
  type: 'object',
  properties: {
    environment: { type: 'string', visibility: 'frontend' },
    session: { type: 'object', properties: { secret } },
    keyStore: {},
    backstageTokenExpiration: duration,
    providers: {
      type: 'object',
      properties: {
        guest: {
          type: 'object',
          properties: {
            dangerouslyAllowOutsideDevelopment: { type: 'boolean' },
            userEntityRef: { type: 'string' },
            ownershipEntityRefs: { type: 'array', items: { type: 'string' } },
          },
        },
      },
      additionalProperties: {
        type: 'object',
        properties: { clientSecret: secret },
        additionalProperties: { properties: { clientSecret: secret, privateKey: secret, secret } },
      },
    },
  },
};

/** `discovery`: where plugins that run elsewhere are found. */
export const discoverySchema: JsonSchema = {
  type: 'object',
  properties: {
    endpoints: {
      type: 'array',
      items: {
        type: 'object',
        required: ['target', 'plugins'],
        properties: {
          target: {
            anyOf: [
              url(),
              { type: 'object', properties: { internal: { type: 'string' }, external: url() } },
            ],
            expected: 'a URL or { internal, external }',
          },
          plugins: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};
