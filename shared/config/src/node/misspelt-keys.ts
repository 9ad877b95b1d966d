import { configErrors } from '@portico/errors';
import type { ErrorDetail } from '@portico/errors';
import { createFault } from './fault.ts';
import { formatPath } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { childSchemas, rootNodes, schemasFor } from '../schema-walk.ts';
import type { SchemaNode } from '../schema-walk.ts';
import type { FaultContext } from './schema-faults.ts';

/** Number of letters to insert, remove, replace or swap with their neighbour to make one word of the other. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
    }
  }
  return at(a.length, b.length);
}

function closest(key: string, known: readonly string[]): string | undefined {
  const allowed = key.length >= 6 ? 2 : 1;
  return known.find(candidate => candidate.length > 3 && distance(key.toLowerCase(), candidate.toLowerCase()) <= allowed);
}

/**
 * Unknown keys under `app` and `backend` that look like misspelt known ones. Other unknown keys are allowed there: plugins,
 * and Backstage, have keys that no schema here names.
 */
export function findMisspeltKeys(data: JsonObject, context: FaultContext): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const visit = (value: JsonValue | undefined, path: readonly string[], nodes: readonly SchemaNode[]): void => {
    if (typeof value !== 'object' || value === null) return;
    const inList = Array.isArray(value);
    const here = schemasFor(nodes, value);
    const known = here.flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
    for (const [key, member] of Object.entries(value)) {
      const below = childSchemas(here, key, inList);
      const meant = inList || known.includes(key) || below.length > 0 ? undefined : closest(key, known);
      const at = formatPath([...path, key]);
      if (meant === undefined) visit(member as JsonValue, [...path, key], below);
      else faults.push(createFault(configErrors.KEY_UNKNOWN, { path: at, key, meant, source: context.sourceOf([...path, key]) }));
    }
  };
  const root = rootNodes(context.schemas);
  for (const key of ['app', 'backend']) visit(data[key], [key], childSchemas(schemasFor(root, data), key, false));
  return faults;
}
