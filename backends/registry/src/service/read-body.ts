import { parseShape } from '@portico/contracts';
import type { ShapeFault } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';

/** Conditions between several parts have a message of their own. */
function textOf({ expected, received, message }: ShapeFault): string {
  return expected === message ? message : `Expected ${expected}, got ${received}`;
}

/**
 * Reads the body of a request in an agreed shape.
 *
 * @throws REGISTRY_BODY_INVALID with a detail for each fault
 */
export function readBody<T>(schema: Parameters<typeof parseShape<T>>[0], body: unknown): T {
  const parsed = parseShape(schema, body);
  if (parsed.ok) return parsed.value;
  // A value may miss several conditions in the same words.
  const faults = new Map(parsed.faults.map(fault => [`at ${fault.path || 'the body'}: ${textOf(fault)}`, fault]));
  const details = [...faults.values()].map(fault => ({ code: 'shape', path: fault.path, message: textOf(fault).slice(0, 300), fix: 'Correct the value' }));
  throw createError(registryErrors.BODY_INVALID, { reason: [...faults.keys()].join('; ').slice(0, 1000) }, { details });
}
