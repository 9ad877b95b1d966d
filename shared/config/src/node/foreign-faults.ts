import { runInNewContext } from 'node:vm';
import { configErrors, messageOf } from '@portico/errors';
import type { ErrorDetail } from '@portico/errors';
import { createFault } from './fault.ts';
import { plainlyFits } from './plainly-fits.ts';
import { createValidator, faultsOf } from './schema-faults.ts';
import type { FaultContext } from './schema-faults.ts';
import { formatPath, isJsonObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';
import { isForBrowsers } from '../visibility.ts';

/** A schema of one key of the configuration that came from elsewhere, such as from a plugin: it may be wrong or malicious. */
export interface ForeignSchema {
  /** The key that it is about; nothing else of the configuration is looked at. */
  readonly key: string;
  /** Of the whole configuration, as all schemas are. */
  readonly schema: JsonSchema;
  /** What others say of the same configuration: a value that one of them calls a secret is none that browsers see. */
  readonly schemas: readonly JsonSchema[];
  sourceOf(path: string): string;
}

const mostFaults = 20;
const longestText = 500;
/** For all of one schema. A pattern can be made so that it never comes to an end. */
const limitMs = 1_000;

/** What work with a schema can take very long by: patterns, and references that multiply. */
const costly = /"(pattern|patternProperties|\$ref)":/;

/** Does what a schema asks for; ends what takes too long, also in the middle of a regular expression. */
function withinLimit<T>(schema: JsonSchema, work: () => T): T {
  if (!costly.test(JSON.stringify(schema))) return work();
  return runInNewContext('work()', { work }, { timeout: limitMs }) as T;
}

/** Only what the schema says of the key, and what that may refer to. */
function restricted({ key, schema }: ForeignSchema): JsonSchema {
  const { properties, required, $defs, definitions } = schema;
  const own = isJsonObject(properties) && Object.hasOwn(properties, key) ? { [key]: properties[key] as JsonSchema } : {};
  return {
    type: 'object',
    properties: own,
    ...(Array.isArray(required) && required.includes(key) ? { required: [key] } : {}),
    ...($defs === undefined ? {} : { $defs }),
    ...(definitions === undefined ? {} : { definitions }),
  };
}

const short = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}...` : text);

/**
 * What of the configuration does not fit a schema that nobody here has written. Never throws; a schema that can't be used is a
 * fault, too. Messages show no value but those that browsers may read anyway.
 */
export async function findForeignFaults(data: JsonObject, foreign: ForeignSchema): Promise<readonly ErrorDetail[]> {
  const { key, schemas, sourceOf } = foreign;
  const schema = restricted(foreign);
  const own = (Object.hasOwn(data, key) ? { [key]: structuredClone(data[key]) } : {}) as JsonObject;
  const context: FaultContext = {
    schemas: [schema],
    sourceOf: segments => sourceOf(formatPath(segments)),
    unsetAt: () => undefined,
    isHidden: segments => !isForBrowsers(own, segments, [...schemas, schema]),
  };
  try {
    if (withinLimit(schema, () => plainlyFits(own, schema))) return [];
    const ajv = await createValidator();
    const faults = withinLimit(schema, () => faultsOf(ajv, own, context));
    return faults.slice(0, mostFaults).map(fault => ({ ...fault, message: short(fault.message), fix: short(fault.fix) }));
  } catch (thrown) {
    return [createFault(configErrors.SCHEMA_UNUSABLE, { path: key, reason: short(messageOf(thrown)) })];
  }
}
