import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { configErrors } from '@portico/errors';
import { createFault } from './fault.ts';
import { formatPath, parsePath, valueAt } from '../json.ts';
import type { JsonValue } from '../json.ts';
import { readFailure, readYaml } from './read-yaml.ts';
import { substitute } from './substitute.ts';
import type { SubstitutionContext } from './substitute.ts';
import { substituteText } from './substitute-text.ts';

interface Place {
  readonly path: readonly string[];
  readonly context: SubstitutionContext;
}

const expectations: Record<string, string> = {
  $env: 'an environment variable',
  $file: 'a readable file',
  $include: 'a readable .yaml, .yml or .json file, with an optional #path.in.it',
};

function refuse(include: string, reason: string, { path, context }: Place): undefined {
  const expected = expectations[include] ?? `one of ${Object.keys(expectations).join(', ')}`;
  const parameters = { path: formatPath(path), include, expected, reason, source: context.source };
  context.faults.push(createFault(configErrors.INCLUDE_FAILED, parameters));
  return undefined;
}

/** The value that `$file`, `$env` or `$include` stands for. Faults go to the context, the value is then undefined. */
export async function resolveInclude(include: string, argument: JsonValue, place: Place): Promise<JsonValue | undefined> {
  const { context, path } = place;
  if (!Object.hasOwn(expectations, include)) return refuse(include, 'an unknown instruction', place);
  if (typeof argument !== 'string') return refuse(include, 'something that is not a string', place);
  const { text, unset } = substituteText(argument, context.env);
  if (text === undefined) {
    if (unset[0]) context.unset.set(formatPath(path), unset[0]);
    return undefined;
  }
  if (include === '$file') return readText(text, place);
  if (include === '$include') return readPart(text, place);
  const value = context.env[text];
  if (value === undefined) context.unset.set(formatPath(path), { name: text, expected: true });
  return value;
}

async function readText(name: string, place: Place): Promise<string | undefined> {
  const file = resolve(place.context.directory, name);
  place.context.files.add(file);
  try {
    return (await readFile(file, 'utf8')).trimEnd();
  } catch (error) {
    return refuse('$file', `${name}: ${readFailure(error)}`, place);
  }
}

async function readPart(target: string, place: Place): Promise<JsonValue | undefined> {
  const { path, context } = place;
  const [name = '', inside = ''] = target.split('#', 2);
  if (!['.json', '.yaml', '.yml'].includes(extname(name))) return refuse('$include', name, place);
  const file = resolve(context.directory, name);
  const link = `${file}#${inside}`;
  if (context.chain.includes(link)) return refuse('$include', `${target}, which includes itself`, place);
  context.files.add(file);
  const read = await readYaml(file, name);
  if (read.faults) return refuse('$include', read.faults.map(fault => fault.message).join('; '), place);
  const part = inside === '' ? read.value : valueAt(read.value, parsePath(inside));
  if (part === undefined) return refuse('$include', `${name} without a value at ${inside}`, place);
  return substitute(part, path, { ...context, directory: dirname(file), chain: [...context.chain, link] });
}
