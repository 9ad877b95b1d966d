import type { ErrorName } from './error-status.ts';

/** What can be put into the `{placeholders}` of a message. */
export type ErrorParameters = Readonly<Record<string, string | number | boolean>>;

/** One entry of the catalogue. `message` and `fix` may hold `{placeholders}`. */
export interface ErrorDefinition {
  /** Unique and never used again, upper snake case, starts with the name of its subject: `CONFIG_VALUE_INVALID`. */
  readonly code: string;
  /** What went wrong in terms of meaning; HTTP statuses follow from it in one place. */
  readonly name: ErrorName;
  /** What was expected and what came instead. */
  readonly message: string;
  /** What the reader can do about it. */
  readonly fix: string;
}

const brand: unique symbol = Symbol.for('portico.error') as never;

/** An error of the catalogue. Make one with `createError`, recognise one with `isPorticoError`. */
export interface PorticoError extends Error {
  readonly name: ErrorName;
  readonly code: string;
  readonly fix: string;
  /** Further findings, where one error stands for several faults found in one pass. */
  readonly details?: readonly ErrorDetail[];
}

/** One of several faults that were found at once. */
export interface ErrorDetail {
  readonly code: string;
  readonly path?: string;
  readonly message: string;
  readonly fix: string;
}

/** Options of `createError`. */
export interface CreateErrorOptions {
  readonly cause?: unknown;
  readonly details?: readonly ErrorDetail[];
}

function fill(template: string, parameters: ErrorParameters): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = parameters[key];
    return value === undefined ? whole : String(value);
  });
}

/**
 * Makes an error of the catalogue.
 *
 * @param definition - the catalogue entry, for example `configErrors.VALUE_INVALID`
 * @param parameters - a value for each `{placeholder}` of its message and fix
 */
export function createError(
  definition: ErrorDefinition,
  parameters: ErrorParameters = {},
  options: CreateErrorOptions = {},
): PorticoError {
  const error = new Error(
    fill(definition.message, parameters),
    options.cause === undefined ? undefined : { cause: options.cause },
  );
  error.name = definition.name;
  return Object.assign(error, {
    [brand]: true,
    code: definition.code,
    fix: fill(definition.fix, parameters),
    ...(options.details ? { details: options.details } : {}),
  }) as unknown as PorticoError;
}

/** True for errors of the catalogue, also for those made by another copy of this package. */
export function isPorticoError(value: unknown): value is PorticoError {
  return typeof value === 'object' && value !== null && brand in value;
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
