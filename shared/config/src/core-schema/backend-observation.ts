import type { JsonSchema } from '../json-schema.ts';
import { secret, url } from './shapes.ts';

const level: JsonSchema = { enum: ['debug', 'info', 'warn', 'error'] };
const matcher: JsonSchema = {
  anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }],
  expected: 'a text, /a pattern/, or a list of them',
};

/** `backend.logger`: what is written, what every line says, and other levels for some lines. */
export const loggerSchema: JsonSchema = {
  type: 'object',
  properties: {
    level: { enum: ['debug', 'info', 'warn', 'error', 'silent'] },
    meta: { type: 'object' },
    overrides: {
      type: 'array',
      items: {
        type: 'object',
        required: ['matchers', 'level'],
        properties: { matchers: { type: 'object', minProperties: 1, additionalProperties: matcher }, level },
        additionalProperties: false,
      },
    },
  },
};

/** `backend.auditor`: at which level of the log audit events of each severity appear. */
export const auditorSchema: JsonSchema = {
  type: 'object',
  properties: {
    severityLogLevelMappings: {
      type: 'object',
      properties: { low: level, medium: level, high: level, critical: level },
      additionalProperties: false,
    },
  },
};

/** `backend.metrics`: whether this process counts, and answers at `/metrics`. */
export const metricsSchema: JsonSchema = { type: 'object', properties: { enabled: { type: 'boolean' }, plugin: {} } };

/** `backend.tracing`: where spans are sent to; nothing is traced without an address. */
export const tracingSchema: JsonSchema = {
  type: 'object',
  properties: {
    serviceName: { type: 'string', minLength: 1 },
    otlp: {
      type: 'object',
      properties: {
        url: { anyOf: [url(), { const: '' }], expected: 'an http or https URL' },
        headers: { type: 'object', additionalProperties: secret },
      },
    },
  },
};
