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

const serviceUrl: JsonSchema = {
  type: 'string',
  pattern: '^https?(\\+srv)?://[^\\s]+$',
  expected: 'an http, https, http+srv or https+srv URL',
};

/** `discovery`: where plugins that run elsewhere are found. */
export const discoverySchema: JsonSchema = {
  type: 'object',
  properties: {
    gateway: {
      type: 'boolean',
      description: 'Passes /api/<plugin> on to where endpoints finds a plugin that does not run here: for several processes without a front door',
    },
    endpoints: {
      type: 'array',
      items: {
        type: 'object',
        required: ['target', 'plugins'],
        properties: {
          target: {
            anyOf: [
              url(),
              { type: 'object', properties: { internal: serviceUrl, external: url() } },
            ],
            expected: 'a URL or { internal, external }',
          },
          plugins: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};
