import { configErrors } from '@portico/errors';
import type { ErrorDetail } from '@portico/errors';
import { createFault } from './fault.ts';
import { resolveInclude } from './includes.ts';
import { formatPath, isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { substituteText } from './substitute-text.ts';
import type { Environment, UnsetVariable } from './substitute-text.ts';

/** What substitution needs to know, and what it gathers on its way. */
export interface SubstitutionContext {
  /** Folder that relative paths start from. */
  readonly directory: string;
  /** Name of the configuration file, for messages. */
  readonly source: string;
  readonly env: Environment;
  readonly faults: ErrorDetail[];
  /** Absolute paths of all files that were read. */
  readonly files: Set<string>;
  /** Dotted path of each value that is missing because a variable is not set, with the variable. */
  readonly unset: Map<string, UnsetVariable>;
  /** Includes that are being resolved, to find circles. */
  readonly chain: readonly string[];
}

/** Applies `${VAR}`, `$file`, `$env` and `$include` to a value of a configuration file. */
export async function substitute(
  value: JsonValue,
  path: readonly string[],
  context: SubstitutionContext,
): Promise<JsonValue | undefined> {
  if (typeof value === 'string') {
    const { text, unset } = substituteText(value, context.env);
    if (unset[0] !== undefined) context.unset.set(formatPath(path), unset[0]);
    return text;
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => substitute(item as JsonValue, [...path, String(index)], context));
    return (await Promise.all(items)).filter(item => item !== undefined);
  }
  if (!isJsonObject(value)) return value;
  const include = Object.keys(value).find(key => key.startsWith('$'));
  if (include === undefined) return substituteMembers(value, path, context);
  if (Object.keys(value).length === 1) return resolveInclude(include, value[include] as JsonValue, { path, context });
  const reason = 'further keys beside it';
  const parameters = { path: formatPath(path), include, expected: 'a value as the only key', reason, source: context.source };
  context.faults.push(createFault(configErrors.INCLUDE_FAILED, parameters));
  return undefined;
}

async function substituteMembers(
  value: JsonObject,
  path: readonly string[],
  context: SubstitutionContext,
): Promise<JsonObject> {
  const members = Object.entries(value).map(
    async ([key, member]) => [key, await substitute(member as JsonValue, [...path, key], context)] as const,
  );
  return Object.fromEntries((await Promise.all(members)).filter(([, member]) => member !== undefined));
}
