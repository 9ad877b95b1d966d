import * as v from 'valibot';

type Test = (value: unknown) => boolean;
type Check = { readonly '~run': (dataset: { typed: true; value: unknown }, config: object) => { readonly issues?: unknown } };

/** A schema as far as it says what it is made of. */
interface Parts {
  readonly type: string;
  readonly pipe?: readonly [Parts, ...Check[]];
  readonly wrapped?: Parts;
  readonly item?: Parts;
  readonly key?: Parts;
  readonly value?: Parts;
  readonly getter?: (value: unknown) => Parts;
  readonly entries?: Readonly<Record<string, Parts>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function objectTest(entries: Readonly<Record<string, Parts>>, strict: boolean): Test {
  const tests = Object.entries(entries).map(([key, part]) => ({ key, test: testOf(part), optional: part.type === 'optional' }));
  const isKnown = (name: string) => name in entries;
  return value =>
    isObject(value) &&
    tests.every(({ key, test, optional }) => (key in value ? test(value[key]) : optional)) &&
    (!strict || Object.keys(value).every(isKnown));
}

function pipeTest([first, ...checks]: readonly [Parts, ...Check[]]): Test {
  const test = testOf(first);
  return value => test(value) && checks.every(check => !check['~run']({ typed: true, value }, {}).issues);
}

/** Names with a meaning of their own are left to the schema, which takes them out. */
const isOwnName = (name: string) => name !== '__proto__' && name !== 'constructor' && name !== 'prototype';

function recordTest(key: Test, part: Test): Test {
  return value => isObject(value) && Object.keys(value).every(name => isOwnName(name) && key(name) && part(value[name]));
}

/** What is not here is asked of the schema itself, which is right and takes longer. */
function testOf(schema: Parts): Test {
  const { type, pipe, wrapped, item, key, value: part, entries, options, literal, getter } = schema;
  if (pipe) return pipeTest(pipe);
  if (type === 'string' || type === 'boolean') return value => typeof value === type;
  if (type === 'number') return value => typeof value === 'number' && !Number.isNaN(value);
  if (type === 'literal') return value => value === literal;
  if (type === 'picklist' && options) return value => options.includes(value);
  if ((type === 'object' || type === 'strict_object') && entries) return objectTest(entries, type === 'strict_object');
  if (type === 'union' && options) {
    const tests = options.map(option => testOf(option as Parts));
    return value => tests.some(test => test(value));
  }
  if (type === 'lazy' && getter) {
    // Made when it is first needed: it may be made of itself.
    let test: Test | undefined;
    return value => (test ??= testOf(getter(value)))(value);
  }
  if (type === 'record' && key && part) return recordTest(testOf(key), testOf(part));
  if (type === 'array' && item) {
    const test = testOf(item);
    return value => Array.isArray(value) && value.every(test);
  }
  if (type === 'optional' && wrapped) {
    const test = testOf(wrapped);
    return value => value === undefined || test(value);
  }
  return value => v.is(schema as unknown as v.GenericSchema, value);
}

/**
 * Makes a test that says whether a value can be taken as it is for one of the shape of a schema, many times as fast as parsing
 * it: nothing is copied, and no fault is described. What does not pass may still be parsed. For schemas that change nothing of
 * what they check: no transformations, no defaults.
 */
export function createShapeTest<T>(schema: v.GenericSchema<T>): (value: unknown) => value is T {
  let test: Test | undefined;
  return (value): value is T => (test ??= testOf(schema as unknown as Parts))(value);
}
