import { catalogErrors, createError, messageOf } from '@portico/errors';
import type { EntityFault } from '@portico/plugin-catalog-common/validation';
import { resolveTarget } from './resolve-target.ts';
import type { SourceSpec } from './source.ts';
import { readYamlDocuments } from './yaml-documents.ts';

const mostPlaceholders = 50;

/** Reads what a placeholder names, under the same rules as any other target. */
export type ReadPlaceholder = (spec: SourceSpec) => Promise<string>;

/** An entity whose placeholders are replaced, the sources they came from, and what could not be replaced. */
export interface ResolvedPlaceholders {
  readonly value: unknown;
  readonly dependencies: readonly SourceSpec[];
  readonly faults: readonly EntityFault[];
}

const refuse = (expected: string, received: string) => createError(catalogErrors.PLACEHOLDER_INVALID, { expected, received });

const resolvers: Readonly<Record<string, (text: string) => unknown>> = {
  $text: text => text,
  $json: text => JSON.parse(text) as unknown,
  $yaml: text => {
    const [document, ...more] = readYamlDocuments(text);
    if (!document || more.length > 0) throw refuse('one YAML document', document ? 'several' : 'none');
    if (!document.ok) throw refuse('readable YAML', document.message);
    return document.value;
  },
};

function placeholderIn(value: object): [key: string, target: unknown] | undefined {
  const [entry, ...more] = Object.entries(value);
  return entry && more.length === 0 && Object.hasOwn(resolvers, entry[0]) ? (entry as [string, unknown]) : undefined;
}

/** True for values that hold at least one of `$text`, `$json`, `$yaml`. */
function hasPlaceholder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return placeholderIn(value) !== undefined || Object.values(value).some(hasPlaceholder);
}

/** Replaces every `{ $text: target }`, `{ $json: target }` and `{ $yaml: target }` by what the target holds. */
export async function resolvePlaceholders(
  root: unknown,
  source: SourceSpec,
  read: ReadPlaceholder,
): Promise<ResolvedPlaceholders> {
  if (!hasPlaceholder(root)) return { value: root, dependencies: [], faults: [] };
  const dependencies: SourceSpec[] = [];
  const faults: EntityFault[] = [];

  async function replace(key: string, written: unknown, path: string): Promise<unknown> {
    try {
      if (typeof written !== 'string') throw refuse('a target that is a string', 'another value');
      if (dependencies.length >= mostPlaceholders) throw refuse(`at most ${mostPlaceholders} placeholders in an entity`, 'more');
      const target = resolveTarget(written, undefined, source);
      dependencies.push(target);
      return resolvers[key]?.(await read(target));
    } catch (error) {
      faults.push({ path, message: `${path}: cannot replace ${key}: ${messageOf(error)}` });
      return undefined;
    }
  }

  async function walk(value: unknown, path: string): Promise<unknown> {
    if (typeof value !== 'object' || value === null) return value;
    const inside = (key: string) => (path === '' ? key : `${path}.${key}`);
    if (Array.isArray(value)) return await inOrder(value.map((item, index) => () => walk(item, inside(String(index)))));
    const found = placeholderIn(value);
    if (found) return await replace(found[0], found[1], path);
    const keys = Object.keys(value);
    const values = await inOrder(
      Object.entries(value).map(
        ([key, item]) =>
          () =>
            walk(item, inside(key)),
      ),
    );
    return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
  }

  return { value: await walk(root, ''), dependencies, faults };
}

async function inOrder<T>(steps: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await step());
  return results;
}
