import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';

type Check = (value: JsonValue, schema: JsonSchema, root: JsonSchema) => boolean;

const numeric = (value: JsonValue, limit: unknown, holds: (value: number, limit: number) => boolean) =>
  typeof value !== 'number' || (typeof limit === 'number' && holds(value, limit));
const sized = (value: JsonValue, limit: unknown, holds: (size: number, limit: number) => boolean) =>
  typeof value !== 'string' || (typeof limit === 'number' && holds([...value].length, limit));
const counted = (value: JsonValue, limit: unknown, holds: (size: number, limit: number) => boolean) =>
  !isJsonObject(value) || (typeof limit === 'number' && holds(Object.keys(value).length, limit));
const listed = (value: JsonValue, limit: unknown, holds: (size: number, limit: number) => boolean) =>
  !Array.isArray(value) || (typeof limit === 'number' && holds(value.length, limit));
const atLeast = (value: number, limit: number) => value >= limit;
const atMost = (value: number, limit: number) => value <= limit;

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function hasType(value: JsonValue, wanted: unknown): boolean {
  const type = typeOf(value);
  return [wanted].flat().some(one => one === type || (one === 'integer' && Number.isInteger(value)));
}

function fitsMembers(value: JsonValue, schema: JsonSchema, root: JsonSchema): boolean {
  if (!isJsonObject(value)) return true;
  const patterns = Object.entries(schema.patternProperties ?? {}).map(([pattern, part]) => [new RegExp(pattern, 'u'), part] as const);
  return Object.entries(value as JsonObject).every(([key, member]) => {
    const named = schema.properties && Object.hasOwn(schema.properties, key) ? [schema.properties[key]] : [];
    const parts = [...named, ...patterns.filter(([pattern]) => pattern.test(key)).map(([, part]) => part)];
    if (parts.length === 0 && schema.additionalProperties === false) return false;
    if (parts.length === 0 && isJsonObject(schema.additionalProperties)) parts.push(schema.additionalProperties as JsonSchema);
    return parts.every(part => part !== undefined && plainlyFits(member as JsonValue, part, root));
  });
}

const describing = new Set(['type', 'required', 'visibility', 'deepVisibility', 'expected', 'title', 'description']);
const isScalar = (type: string) => type !== 'object' && type !== 'array';

/** True for a branch that the value cannot fit, and that converts nothing on the way to that finding. */
function isOutOfQuestion(value: JsonValue, branch: JsonSchema): boolean {
  const type = typeOf(value);
  const types = branch.type === undefined ? undefined : [branch.type].flat();
  // Texts, numbers and truth values may turn into one another; objects and lists stay what they are.
  if (types && !types.some(one => one === type || (isScalar(type) && isScalar(one)))) return true;
  if (!isJsonObject(value) || !Object.keys(branch).every(keyword => describing.has(keyword))) return false;
  return Array.isArray(branch.required) && branch.required.some(key => !Object.hasOwn(value, String(key)));
}

/** The first branch that could have to do with the value must be the one that fits: one that fails might have converted parts. */
function fitsChoice(value: JsonValue, branches: readonly JsonSchema[], root: JsonSchema): boolean {
  const first = branches.find(branch => !isOutOfQuestion(value, branch));
  return first !== undefined && plainlyFits(value, first, root);
}

/** One branch fits and the others are out of the question. */
function fitsOne(value: JsonValue, branches: readonly JsonSchema[], root: JsonSchema): boolean {
  const [only, ...others] = branches.filter(branch => !isOutOfQuestion(value, branch));
  return only !== undefined && others.length === 0 && plainlyFits(value, only, root);
}

function fitsReference(value: JsonValue, reference: unknown, root: JsonSchema): boolean {
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return false;
  let target: unknown = root;
  for (const part of reference.slice(2).split('/')) target = isJsonObject(target as JsonValue) ? (target as JsonObject)[part] : undefined;
  return isJsonObject(target as JsonValue) && plainlyFits(value, target as JsonSchema, root);
}

const accepted: Check = () => true;

const checks: Readonly<Record<string, Check>> = {
  type: (value, schema) => hasType(value, schema.type),
  enum: (value, schema) => Array.isArray(schema.enum) && typeof value !== 'object' && schema.enum.includes(value),
  const: (value, schema) => typeof value !== 'object' && schema.const === value,
  pattern: (value, schema) => typeof value !== 'string' || new RegExp(String(schema.pattern), 'u').test(value),
  minLength: (value, schema) => sized(value, schema.minLength, atLeast),
  maxLength: (value, schema) => sized(value, schema.maxLength, atMost),
  minimum: (value, schema) => numeric(value, schema.minimum, atLeast),
  maximum: (value, schema) => numeric(value, schema.maximum, atMost),
  minItems: (value, schema) => listed(value, schema.minItems, atLeast),
  maxItems: (value, schema) => listed(value, schema.maxItems, atMost),
  minProperties: (value, schema) => counted(value, schema.minProperties, atLeast),
  maxProperties: (value, schema) => counted(value, schema.maxProperties, atMost),
  required: (value, schema) =>
    !isJsonObject(value) || (Array.isArray(schema.required) && schema.required.every(key => Object.hasOwn(value, String(key)))),
  properties: fitsMembers,
  patternProperties: fitsMembers,
  additionalProperties: fitsMembers,
  items: (value, { items }, root) =>
    !Array.isArray(value) || items === true || (isJsonObject(items) && value.every(item => plainlyFits(item as JsonValue, items as JsonSchema, root))),
  allOf: (value, schema, root) => (schema.allOf ?? []).every(part => plainlyFits(value, part, root)),
  anyOf: (value, schema, root) => fitsChoice(value, schema.anyOf ?? [], root),
  oneOf: (value, schema, root) => fitsOne(value, schema.oneOf ?? [], root),
  $ref: (value, schema, root) => fitsReference(value, schema.$ref, root),
  ...Object.fromEntries(
    ['visibility', 'deepVisibility', 'expected', 'title', 'description', 'default', 'examples', 'format', '$schema', '$id', '$comment', '$defs', 'definitions']
      .map(keyword => [keyword, accepted]),
  ),
};

/**
 * True for a value that fits a schema as it is, with nothing to convert. False says nothing: the value may be wrong, or need
 * conversion, or the schema may say more than is understood here. Saves the start of a portal the compiling of schemas.
 */
export function plainlyFits(value: JsonValue, schema: JsonSchema, root: JsonSchema = schema): boolean {
  return Object.keys(schema).every(keyword => checks[keyword]?.(value, schema, root) ?? false);
}
