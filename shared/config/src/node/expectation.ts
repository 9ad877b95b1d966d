import type { ErrorObject } from 'ajv';
import type { JsonSchema } from '../json-schema.ts';

const types: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'nothing',
};

function typeNames(type: unknown): string {
  return [type].flat().map(name => types[String(name)] ?? String(name)).join(' or ');
}

function quoted(values: readonly unknown[]): string {
  return values.map(value => JSON.stringify(value)).join(', ');
}

type Params = Record<string, unknown>;

const words: Record<string, (params: Params, schema: JsonSchema) => string> = {
  type: params => typeNames(params.type),
  enum: params => `one of ${quoted(params.allowedValues as unknown[])}`,
  const: params => quoted([params.allowedValue]),
  pattern: params => `a text that matches ${String(params.pattern)}`,
  minimum: params => `a number of at least ${String(params.limit)}`,
  maximum: params => `a number of at most ${String(params.limit)}`,
  exclusiveMinimum: params => `a number above ${String(params.limit)}`,
  exclusiveMaximum: params => `a number below ${String(params.limit)}`,
  minLength: params => (params.limit === 1 ? 'a text that is not empty' : `a text of at least ${String(params.limit)} characters`),
  maxLength: params => `a text of at most ${String(params.limit)} characters`,
  minItems: params => `a list of at least ${String(params.limit)} item(s)`,
  maxItems: params => `a list of at most ${String(params.limit)} item(s)`,
  minProperties: params => `an object with at least ${String(params.limit)} key(s)`,
  maxProperties: params => `an object with at most ${String(params.limit)} key(s)`,
  uniqueItems: () => 'a list without repeated items',
  propertyNames: () => 'a valid key',
  anyOf: (_, schema) => (schema.anyOf ?? []).map(part => part.expected ?? typeNames(part.type ?? 'another value')).join(' or '),
  oneOf: (_, schema) => (schema.oneOf ?? []).map(part => part.expected ?? typeNames(part.type ?? 'another value')).join(' or '),
};

/** Says what a schema wanted, to follow "Expected". */
export function expectationOf(error: ErrorObject): string {
  const schema = (error.parentSchema ?? {}) as JsonSchema;
  if (error.keyword === 'required') {
    const member = schema.properties?.[String(error.params.missingProperty)];
    return member?.expected ?? (member?.type === undefined ? 'a value' : typeNames(member.type));
  }
  return schema.expected ?? words[error.keyword]?.(error.params, schema) ?? `a value that ${error.message ?? 'fits its schema'}`;
}
