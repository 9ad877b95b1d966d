import type { JsonSchema, Visibility } from '../json-schema.ts';

/** An http or https URL. */
export function url(visibility: Visibility = 'backend'): JsonSchema {
  return { type: 'string', pattern: '^https?://[^\\s]+$', expected: 'an http or https URL', visibility };
}

/** A text that logs and messages never show. */
export const secret: JsonSchema = { type: 'string', visibility: 'secret' };

/** One text or several. */
export const textOrTexts: JsonSchema = {
  anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }],
  expected: 'a string or a list of strings',
};

/** A span of time as Backstage writes it: milliseconds, `30s`, or `{ minutes: 5 }`. */
export const duration: JsonSchema = {
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', minLength: 1 },
    {
      type: 'object',
      properties: Object.fromEntries(
        ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds'].map(unit => [unit, { type: 'number' }]),
      ),
      additionalProperties: false,
    },
  ],
  expected: 'a duration: milliseconds, a text such as "30s", or an object such as { minutes: 5 }',
};

/** A network port. */
export const port: JsonSchema = { type: 'integer', minimum: 0, maximum: 65_535, expected: 'a port number from 0 to 65535' };
