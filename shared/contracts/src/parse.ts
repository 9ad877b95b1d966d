import * as v from 'valibot';

/** One fault of a value that came over the wire. */
export interface ShapeFault {
  /** Dotted path to the faulty part; empty for the value itself. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  readonly message: string;
}

/** Either the value, typed, or every fault of it. */
export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly ShapeFault[] };

const longestValue = 80;

/** Checks a value of unknown shape against one of the schemas of this package. All faults are reported, not only the first. */
export function parseShape<T>(schema: v.GenericSchema<unknown, T>, value: unknown): ParseResult<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.output };
  return {
    ok: false,
    faults: result.issues.map(issue => ({
      path: v.getDotPath(issue) ?? '',
      expected: expectationOf(issue),
      received: issue.kind === 'schema' ? issue.received : shortened(issue.input),
      message: issue.message,
    })),
  };
}

/** In words where the schema has some: the library's own form of a condition (`!0`, `/^a$/`) helps nobody. */
function expectationOf({ kind, message, expected }: v.BaseIssue<unknown>): string {
  if (kind === 'schema') return expected === 'never' ? 'no such key' : (expected ?? message);
  return /^Expected (.*)$/.exec(message)?.[1] ?? expected ?? message;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}...` : text;
}
