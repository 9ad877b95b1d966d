import { isJsonObject } from './json.ts';
import type { JsonObject, JsonValue, Segments } from './json.ts';
import type { JsonSchema, Visibility } from './json-schema.ts';
import { childSchemas, rootNodes, schemasFor } from './schema-walk.ts';
import type { SchemaNode } from './schema-walk.ts';

interface Visible {
  /** Of the value itself. */
  readonly own: Visibility;
  /** What members inherit, unless they say otherwise. */
  readonly below: Visibility;
}

function strongest(values: readonly (Visibility | undefined)[]): Visibility | undefined {
  return (['secret', 'frontend', 'backend'] as const).find(visibility => values.includes(visibility));
}

function visibilityOf(nodes: readonly SchemaNode[], inherited: Visibility): Visible {
  if (inherited === 'secret') return { own: 'secret', below: 'secret' };
  const deep = strongest(nodes.map(node => node.schema.deepVisibility));
  const own = strongest([...nodes.map(node => node.schema.visibility), deep]) ?? inherited;
  return { own, below: own === 'secret' ? 'secret' : (deep ?? inherited) };
}

function pick(value: JsonValue, nodes: readonly SchemaNode[], inherited: Visibility): JsonValue | undefined {
  const here = schemasFor(nodes, value);
  const { own, below } = visibilityOf(here, inherited);
  if (own === 'secret' || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(item => pick(item as JsonValue, childSchemas(here, '', true), below)).filter(item => item !== undefined);
    return items.length > 0 || own === 'frontend' ? items : undefined;
  }
  if (!isJsonObject(value)) return own === 'frontend' ? value : undefined;
  const members = Object.entries(value)
    .map(([key, member]) => [key, pick(member as JsonValue, childSchemas(here, key, false), below)] as const)
    .filter(([, member]) => member !== undefined);
  return members.length > 0 || own === 'frontend' ? Object.fromEntries(members) : undefined;
}

/**
 * The part of the configuration that browsers may see: values that a schema marks `visibility: frontend`, or that are
 * below a `deepVisibility: frontend`. What any schema marks as secret is left out, whatever the others say.
 */
export function pickVisible(data: JsonObject, schemas: readonly JsonSchema[]): JsonObject {
  return (pick(data, rootNodes(schemas), 'backend') as JsonObject | undefined) ?? {};
}

/** Shorter secrets are not redacted: replacing every "ab" would make logs unreadable and hide nothing. */
const shortestSecret = 4;

function passwordOf(text: string): string[] {
  const password = URL.canParse(text) ? new URL(text).password : '';
  return password === '' ? [] : [password, decodeURIComponent(password)];
}

/** Every text marked `visibility: secret`, and the passwords in URLs among them, for redaction in logs. */
export function secretValues(data: JsonObject, schemas: readonly JsonSchema[]): string[] {
  const found = new Set<string>();
  const visit = (value: JsonValue | undefined, nodes: readonly SchemaNode[], inherited: Visibility): void => {
    const here = schemasFor(nodes, value);
    const { own, below } = visibilityOf(here, inherited);
    if (typeof value === 'string' && own === 'secret') for (const text of [value, ...passwordOf(value)]) found.add(text);
    if (typeof value !== 'object' || value === null) return;
    const inList = Array.isArray(value);
    for (const [key, member] of Object.entries(value)) visit(member as JsonValue, childSchemas(here, key, inList), below);
  };
  visit(data, rootNodes(schemas), 'backend');
  return [...found].filter(text => text.length >= shortestSecret);
}

interface Place {
  readonly value: JsonValue | undefined;
  readonly nodes: SchemaNode[];
  readonly inherited: Visibility;
}

/** The value at a path, and what the schemas say of it. */
function placeAt(data: JsonObject, segments: Segments, schemas: readonly JsonSchema[]): Place {
  let nodes = rootNodes(schemas);
  let inherited: Visibility = 'backend';
  let value: JsonValue | undefined = data;
  for (const segment of segments) {
    const here = schemasFor(nodes, value);
    inherited = visibilityOf(here, inherited).below;
    nodes = childSchemas(here, segment, Array.isArray(value));
    value = typeof value === 'object' && value !== null ? (value as JsonObject)[segment] : undefined;
  }
  return { value, nodes, inherited };
}

/** True if the value at the path is a secret, or is in a place that holds secrets, so that messages must not show it. */
export function isHidden(data: JsonObject, segments: Segments, schemas: readonly JsonSchema[]): boolean {
  const { nodes, inherited } = placeAt(data, segments, schemas);
  return inherited === 'secret' || holdsSecret(nodes, new Set());
}

/** True if browsers may read the value at the path itself, so that everybody may be shown it. */
export function isForBrowsers(data: JsonObject, segments: Segments, schemas: readonly JsonSchema[]): boolean {
  const { value, nodes, inherited } = placeAt(data, segments, schemas);
  if (inherited === 'secret' || holdsSecret(nodes, new Set())) return false;
  return visibilityOf(schemasFor(nodes, value), inherited).own === 'frontend';
}

function holdsSecret(nodes: readonly SchemaNode[], seen: Set<JsonSchema>): boolean {
  return schemasFor(nodes, undefined).some(({ schema, root }) => {
    if (schema.visibility === 'secret' || schema.deepVisibility === 'secret') return true;
    if (seen.has(schema)) return false;
    seen.add(schema);
    const parts = [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties];
    return holdsSecret(parts.filter(isJsonObject).map(part => ({ schema: part as JsonSchema, root })), seen);
  });
}
