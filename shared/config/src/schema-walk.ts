import { isJsonObject, valueAt } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { JsonSchema } from './json-schema.ts';

/** A part of a schema, and the whole schema, in which its `$ref` is looked up. */
export interface SchemaNode {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
}

function typeOf(value: JsonValue | undefined): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function fits(schema: JsonSchema, value: JsonValue | undefined): boolean {
  if (schema.type === undefined || value === undefined) return true;
  const types = [schema.type].flat().map(type => (type === 'integer' ? 'number' : type));
  return types.includes(typeOf(value));
}

/** The schemas that speak about one value: the given ones, and what they name by `$ref`, `allOf`, `anyOf`, `oneOf`. */
export function schemasFor(nodes: readonly SchemaNode[], value: JsonValue | undefined): SchemaNode[] {
  const seen = new Set<JsonSchema>();
  const found: SchemaNode[] = [];
  const visit = ({ schema, root }: SchemaNode): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    found.push({ schema, root });
    if (schema.$ref?.startsWith('#/')) {
      const target = valueAt(root as JsonObject, schema.$ref.slice(2).split('/'));
      if (isJsonObject(target)) visit({ schema: target as JsonSchema, root });
    }
    for (const part of schema.allOf ?? []) visit({ schema: part, root });
    for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) if (fits(part, value)) visit({ schema: part, root });
  };
  nodes.forEach(visit);
  return found;
}

/** A pattern of a plugin that is no regular expression fits nothing; the values of the others are not its business. */
function fitsPattern(pattern: string, key: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(key);
  } catch {
    return false;
  }
}

/** The schemas of one member of an object, or of one item of a list. */
export function childSchemas(nodes: readonly SchemaNode[], key: string, inList: boolean): SchemaNode[] {
  return nodes.flatMap(({ schema, root }) => {
    if (inList) return isJsonObject(schema.items) ? [{ schema: schema.items as JsonSchema, root }] : [];
    const named = Object.entries(schema.properties ?? {}).filter(([name]) => name === key);
    const matching = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) => fitsPattern(pattern, key));
    const parts = [...named, ...matching].map(([, part]) => part);
    if (parts.length === 0 && isJsonObject(schema.additionalProperties)) parts.push(schema.additionalProperties as JsonSchema);
    return parts.map(part => ({ schema: part, root }));
  });
}

/** The whole schemas as nodes, to start a walk with. */
export function rootNodes(schemas: readonly JsonSchema[]): SchemaNode[] {
  return schemas.map(schema => ({ schema, root: schema }));
}
