import { configErrors } from '@portico/errors';
import type { ErrorDetail } from '@portico/errors';
import type { Ajv, ErrorObject } from 'ajv';
import { describeValue } from '../describe-value.ts';
import { expectationOf } from './expectation.ts';
import { createFault } from './fault.ts';
import { plainlyFits } from './plainly-fits.ts';
import { formatPath, valueAt } from '../json.ts';
import type { JsonObject, Segments } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';
import { isHidden } from '../visibility.ts';

/** What the wording of a fault needs beside the fault. */
export interface FaultContext {
  readonly schemas: readonly JsonSchema[];
  /** Names the file or variable that a value, or its nearest parent, comes from. */
  sourceOf(segments: Segments): string;
  /** Variable whose absence left the path without a value. */
  unsetAt(path: string): string | undefined;
  /** True for values that messages must not show; by default what a schema calls a secret. */
  isHidden?(segments: Segments): boolean;
}

const ajvOptions = {
  allErrors: true,
  // As in Backstage: environment variables yield texts, where numbers and booleans are meant.
  coerceTypes: true,
  strict: false,
  verbose: true,
  validateFormats: false,
  addUsedSchema: false,
  validateSchema: false,
  code: { optimize: false },
} as const;

function segmentsOf(error: ErrorObject): string[] {
  const segments = error.instancePath.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const member = (error.params.missingProperty ?? error.params.additionalProperty ?? error.params.propertyName) as string | undefined;
  return member === undefined ? segments : [...segments, member];
}

/**
 * Of a choice (`anyOf`, `oneOf`) that failed, ajv also reports every branch. Where a branch got deeper into the value,
 * its faults are the helpful ones; otherwise the choice itself is.
 */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter(error => error.keyword === 'anyOf' || error.keyword === 'oneOf');
  const belongs = (error: ErrorObject, choice: ErrorObject): boolean =>
    error !== choice && error.schemaPath.startsWith(`${choice.schemaPath}/`) && error.instancePath.startsWith(choice.instancePath);
  // What a branch alone requires says less than the words that the choice has for all of them.
  const tellsMore = ({ keyword }: ErrorObject, choice: ErrorObject): boolean =>
    keyword === 'additionalProperties' || (keyword === 'required' && (choice.parentSchema as JsonSchema).expected === undefined);
  const deeper = (error: ErrorObject, choice: ErrorObject): boolean =>
    belongs(error, choice) && (error.instancePath.length > choice.instancePath.length || tellsMore(error, choice));
  return errors.filter(error => {
    if (error.keyword === 'if') return false;
    if (choices.includes(error) && errors.some(other => deeper(other, error))) return false;
    return choices.every(choice => !belongs(error, choice) || deeper(error, choice));
  });
}

function createSchemaFault(error: ErrorObject, data: JsonObject, context: FaultContext): ErrorDetail {
  const segments = segmentsOf(error);
  const path = formatPath(segments) || 'the top level';
  const source = context.sourceOf(segments);
  const variable = context.unsetAt(path);
  const hidden = context.isHidden ? context.isHidden(segments) : isHidden(data, segments, context.schemas);
  const value = describeValue(valueAt(data, segments), hidden);
  const received = value === 'nothing' && variable !== undefined ? `nothing, because ${variable} is not set` : value;
  if (error.keyword === 'additionalProperties') {
    const known = Object.keys((error.parentSchema as JsonSchema).properties ?? {}).join(', ') || 'none';
    const key = String(error.params.additionalProperty);
    return createFault(configErrors.KEY_NOT_ALLOWED, { path, key, known, received, source });
  }
  return createFault(configErrors.VALUE_INVALID, { path, expected: expectationOf(error), received, source });
}

/** Makes a validator as configuration needs it; loaded when first needed, since most configuration plainly fits. */
export async function createValidator(): Promise<Ajv> {
  const { Ajv } = await import('ajv');
  return new Ajv(ajvOptions);
}

/** What of the data does not fit the schemas. Converts texts to numbers and booleans in place where a schema wants that. */
export function faultsOf(ajv: Ajv, data: JsonObject, context: FaultContext): ErrorDetail[] {
  const faults = new Map<string, ErrorDetail>();
  for (const schema of context.schemas) {
    const validate = ajv.compile(schema);
    if (validate(data)) continue;
    for (const error of withoutBranches(validate.errors ?? [])) {
      const fault = createSchemaFault(error, data, context);
      if (!faults.has(fault.path ?? '')) faults.set(fault.path ?? '', fault);
    }
  }
  return [...faults.values()];
}

/** Checks the configuration against every schema; converts in place, as `faultsOf`. */
export async function findSchemaFaults(data: JsonObject, context: FaultContext): Promise<ErrorDetail[]> {
  if (context.schemas.every(schema => plainlyFits(data, schema))) return [];
  return faultsOf(await createValidator(), data, context);
}
