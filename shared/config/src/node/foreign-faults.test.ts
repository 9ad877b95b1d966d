import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';
import { deepFreeze } from '../freeze.ts';
import { findForeignFaults } from './foreign-faults.ts';

const about = (own: JsonSchema, more: JsonSchema = {}): JsonSchema => ({ type: 'object', properties: { techRadar: own }, ...more });

async function messagesOf(data: JsonObject, schema: JsonSchema, schemas: readonly JsonSchema[] = []): Promise<string[]> {
  const faults = await findForeignFaults(data, { key: 'techRadar', schema, schemas, sourceOf: path => `${path.split('.')[0]}.yaml` });
  return faults.map(({ message }) => message);
}

const settings = about({
  type: 'object',
  required: ['url'],
  properties: {
    url: { type: 'string', visibility: 'frontend' },
    rings: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' }, shown: { type: 'string', visibility: 'frontend' } } } },
    size: { type: 'integer' },
    token: { type: 'string', minLength: 20, visibility: 'secret' },
  },
});

describe('a schema that came from a plugin', () => {
  test('is told by each value that does not fit: its path, what was expected and received, where it is', async () => {
    const data = { techRadar: { rings: [{ name: [] }], size: 'large' } };
    const faults = await findForeignFaults(data, { key: 'techRadar', schema: settings, schemas: [], sourceOf: () => 'app-config.yaml' });
    expect(faults).toEqual([
      { code: 'CONFIG_VALUE_INVALID', path: 'techRadar.url', message: 'At techRadar.url: Expected a string, got nothing (app-config.yaml)', fix: 'Change techRadar.url in app-config.yaml to a string' },
      expect.objectContaining({ path: 'techRadar.rings[0].name', message: expect.stringContaining('Expected a string, got a list') }),
      expect.objectContaining({ path: 'techRadar.size', message: expect.stringContaining('Expected a whole number, got a string that is not shown') }),
    ]);
  });

  test('finds nothing where all fits, or fits once texts are numbers, or nothing is set; what is set stays as it is', async () => {
    const data = deepFreeze({ techRadar: { url: 'https://x.example', size: '12' } });
    expect(await messagesOf(data, settings)).toEqual([]);
    expect(data.techRadar.size).toBe('12');
    expect(await messagesOf({}, settings)).toEqual([]);
    expect(await messagesOf({}, { ...settings, required: ['techRadar'] })).toEqual(['At techRadar: Expected an object, got nothing (techRadar.yaml)']);
  });

  test('has no say about anything but its own key', async () => {
    const greedy = { ...settings, required: ['backend', 'techRadar'], additionalProperties: false, properties: { ...settings.properties, backend: { type: 'string' } } };
    expect(await messagesOf({ backend: { secret: 1 }, techRadar: { url: 'x' } }, greedy)).toEqual([]);
  });

  test('may refer to its own definitions', async () => {
    const schema = about({ $ref: '#/$defs/own' }, { $defs: { own: { type: 'object', properties: { size: { type: 'integer' } } } } });
    expect(await messagesOf({ techRadar: { size: 1.5 } }, schema)).toEqual([expect.stringContaining('At techRadar.size: Expected a whole number')]);
  });
});

describe('values in messages', () => {
  const schema = about({ type: 'object', properties: { a: { enum: ['x'], visibility: 'frontend' }, b: { enum: ['x'] }, c: { enum: ['x'], visibility: 'secret' } } });
  const data = { techRadar: { a: 'value-a', b: 'value-b', c: 'value-c' } };

  test('are those only that browsers may read anyway', async () => {
    const [a, b, c] = await messagesOf(data, schema);
    expect([a, b, c]).toEqual([expect.stringContaining('got "value-a"'), expect.not.stringContaining('value-b'), expect.not.stringContaining('value-c')]);
  });

  test('are not shown where anybody else calls them a secret', async () => {
    const others = [{ type: 'object', properties: { techRadar: { type: 'object', deepVisibility: 'secret' } } } as const];
    expect((await messagesOf(data, schema, others)).join()).not.toContain('value-');
  });

  test('are not mixed up in lists of which only a part is for browsers', async () => {
    const items: JsonSchema = { anyOf: [{ type: 'string', minLength: 50 }, { type: 'integer', visibility: 'frontend' }] };
    const told = await messagesOf({ techRadar: ['hidden-text', 1] }, about({ type: 'array', items }));
    expect([told.length, told.join()]).toEqual([1, expect.not.stringContaining('hidden-text')]);
  });
});

describe('a schema that is wrong or malicious is a fault of its own:', () => {
  let deep: JsonSchema = { type: 'string' };
  for (let level = 0; level < 5_000; level += 1) deep = { type: 'object', properties: { a: deep } };
  const bomb = Object.fromEntries(Array.from({ length: 40 }, (_, level) => [`d${level}`, { allOf: [1, 2].map(() => ({ $ref: `#/$defs/d${level + 1}` })) }]));

  test.each<[string, JsonSchema]>([
    ['a pattern that is none', about({ type: 'string', pattern: '(' })],
    ['a pattern that never comes to an end', about({ type: 'string', pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' })],
    ['a reference to nothing', about({ $ref: '#/$defs/none' })],
    ['a reference to another document', about({ $ref: 'https://elsewhere.example/schema.json' })],
    ['a type that there is not', about({ type: 'text' })],
    ['references that multiply', about({ $ref: '#/$defs/d0' }, { $defs: { ...bomb, d40: { const: 'x' } } })],
  ])('%s', async (_what, schema) => {
    const [message] = await messagesOf({ techRadar: 'a'.repeat(60) }, schema);
    expect(message).toMatch(/^(Expected a schema that techRadar can be checked against|At techRadar: Expected)/);
  });

  test.each<[string, JsonSchema]>([
    ['one that is nested deeply', about(deep)],
    ['one that asks to be asynchronous', { ...about({ $async: true, type: 'string' }), $async: true }],
    ['one with a keyword of the wrong shape', about({ properties: 7 } as unknown as JsonSchema)],
    ['one for another key', { type: 'object', properties: { constructor: { type: 'string' } }, required: ['constructor'] }],
    ['one without properties', { type: 'object', properties: null } as unknown as JsonSchema],
  ])('or does no harm: %s', async (_what, schema) => {
    expect(Array.isArray(await messagesOf({ techRadar: { a: 1 } }, schema))).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
