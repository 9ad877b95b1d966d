import { configErrors } from '@portico/errors';
import type { ErrorDetail } from '@portico/errors';
import { createFault } from './fault.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { refusedKeys } from '../merge.ts';
import type { ConfigSource } from '../merge.ts';
import type { Environment } from './substitute-text.ts';

const prefix = 'APP_CONFIG_';
const part = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/i;

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}

/**
 * One layer for each `APP_CONFIG_a_b_c` variable, which sets `a.b.c` to its JSON value, or to its text if that is not
 * JSON. Shorter names come first, so that `APP_CONFIG_a_b` refines `APP_CONFIG_a`.
 */
export function readEnvironmentLayers(env: Environment, faults: ErrorDetail[]): ConfigSource[] {
  const variables = Object.keys(env).filter(name => name.startsWith(prefix) && env[name] !== undefined);
  const sources: ConfigSource[] = [];
  for (const variable of variables.sort()) {
    const keys = variable.slice(prefix.length).split('_');
    const bad = keys.find(key => !part.test(key) || refusedKeys.has(key));
    if (bad !== undefined) {
      const expected = `${prefix} and keys joined by "_", each of letters, digits and "-"`;
      faults.push(createFault(configErrors.OVERRIDE_INVALID, { variable, expected, received: `the key "${bad}"` }));
      continue;
    }
    const data = keys.reduceRight<JsonValue>((value, key) => ({ [key]: value }), parse(env[variable] ?? ''));
    sources.push({ name: `environment variable ${variable}`, data: data as JsonObject });
  }
  return sources;
}
