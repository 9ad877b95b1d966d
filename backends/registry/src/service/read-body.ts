import { parseShape } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';

/**
 * Reads the body of a request in an agreed shape.
 *
 * @throws REGISTRY_BODY_INVALID with a detail for each fault
 */
export function readBody<T>(schema: Parameters<typeof parseShape<T>>[0], body: unknown): T {
  const parsed = parseShape(schema, body);
  if (parsed.ok) return parsed.value;
  const lines = parsed.faults.map(fault => `at ${fault.path || 'the body'}: ${fault.message}`);
  const fix = 'Correct the value';
  const details = parsed.faults.map(({ path, message }) => ({ code: 'shape', path, message: message.slice(0, 300), fix }));
  throw createError(registryErrors.BODY_INVALID, { reason: lines.join('; ').slice(0, 1000) }, { details });
}
