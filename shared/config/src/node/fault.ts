import { configErrors, createError } from '@portico/errors';
import type { ErrorDefinition, ErrorDetail, ErrorParameters, PorticoError } from '@portico/errors';

/** Makes one of several faults, from a catalogue entry. */
export function createFault(definition: ErrorDefinition, parameters: ErrorParameters & { path?: string }): ErrorDetail {
  const { code, message, fix } = createError(definition, parameters);
  return { code, ...(parameters.path === undefined ? {} : { path: parameters.path }), message, fix };
}

/** One error that stands for all faults found; its message lists them. */
export function invalidConfig(faults: readonly ErrorDetail[]): PorticoError {
  const list = faults.map(fault => `- ${fault.message}\n  Fix: ${fault.fix}`).join('\n');
  return createError(configErrors.INVALID, { count: faults.length, list }, { details: faults });
}
