import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { coreConfigSchema } from '../node.ts';
import type { JsonValue } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';
import { plainlyFits } from './plainly-fits.ts';

const duration: JsonSchema = { anyOf: [{ type: 'number' }, { type: 'string', minLength: 1 }, { type: 'object', additionalProperties: false }] };

describe('a value that plainly fits', () => {
  test.each<[JsonValue, JsonSchema]>([
    [{ a: 1, b: ['x'] }, { type: 'object', properties: { a: { type: 'integer', minimum: 1 }, b: { type: 'array', items: { type: 'string' } } } }],
    [{ any: { thing: 1 } }, { type: 'object', properties: { known: { type: 'string' } } }],
    ['abc', { type: ['string', 'null'], pattern: '^[a-z]+$', maxLength: 3 }],
    [{ path: 'x' }, { type: 'object', properties: { path: { type: 'string' } }, oneOf: [{ required: ['path'] }, { required: ['url'] }] }],
    ['a', { oneOf: [{ type: 'string' }, { type: 'object', required: ['kind'] }] }],
    [30, duration],
    [{}, duration],
    [{ x: 'y' }, { patternProperties: { '^x': { enum: ['y'] } }, additionalProperties: false, required: ['x'] }],
    [{ a: 'b' }, { $ref: '#/$defs/one', $defs: { one: { type: 'object', properties: { a: { const: 'b' } } } } }],
    [{ backend: { listen: { host: '127.0.0.1', port: 3000 }, plugins: ['catalog'] } }, coreConfigSchema],
  ])('%j', (value, schema) => {
    expect(plainlyFits(value, schema)).toBe(true);
    const copy = structuredClone(value);
    expect([new Ajv({ strict: false, coerceTypes: true }).compile(schema)(copy), copy]).toEqual([true, value]);
  });

  test.each<[string, JsonValue, JsonSchema]>([
    ['is wrong', 'x', { type: 'number' }],
    ['has to be converted', '3', { type: 'number' }],
    ['might be converted by an earlier branch', '30', duration],
    ['lacks a key', {}, { required: ['a'] }],
    ['has a key too many', { a: 1 }, { properties: { b: {} }, additionalProperties: false }],
    ['meets a keyword that is not understood', 1, { multipleOf: 3 }],
    ['fits two of the branches', { a: 1, b: 1 }, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }],
    ['meets a condition', {}, { if: { required: ['a'] }, then: { required: ['b'] } }],
  ])('is none that %s', (_what, value, schema) => {
    expect(plainlyFits(value, schema)).toBe(false);
  });
});
