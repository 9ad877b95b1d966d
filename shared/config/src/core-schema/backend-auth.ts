import type { JsonSchema } from '../json-schema.ts';
import { secret, textOrTexts, url } from './shapes.ts';

const restrictions: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['plugin'],
    properties: {
      plugin: { type: 'string' },
      permission: textOrTexts,
      permissionAttribute: { type: 'object', properties: { action: textOrTexts } },
    },
  },
};

/** `backend.auth`: how programs prove who they are. */
export const backendAuthSchema: JsonSchema = {
  type: 'object',
  properties: {
    dangerouslyDisableDefaultAuthPolicy: { type: 'boolean' },
    keys: { type: 'array', items: { type: 'object', properties: { secret } } },
    pluginKeyStore: {},
    externalAccess: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type'],
        properties: {
          type: { enum: ['static', 'legacy', 'jwks'] },
          options: {
            type: 'object',
            properties: {
              token: { ...secret, pattern: '^\\S{8,}$', expected: 'a token of at least 8 characters without blanks' },
              secret,
              subject: { type: 'string', pattern: '^\\S+$', expected: 'a subject without blanks' },
              roles: { type: 'array', items: { type: 'string' } },
              url: url(),
              issuer: textOrTexts,
              algorithm: textOrTexts,
              audience: textOrTexts,
              subjectPrefix: { type: 'string' },
            },
          },
          accessRestrictions: restrictions,
        },
        if: { properties: { type: { const: 'static' } } },
        then: { required: ['options'], properties: { options: { required: ['token', 'subject'] } } },
        else: {
          if: { properties: { type: { const: 'jwks' } } },
          then: { required: ['options'], properties: { options: { required: ['url'] } } },
        },
      },
    },
  },
};
