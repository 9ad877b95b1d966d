import type { ErrorDetail } from '@portico/errors';
import type { CompileFault } from './messages.ts';

const placeOf = ({ rule, path }: CompileFault) => `${rule}${path ? ` at ${path}` : ''}`;

/** A fault as a detail of `BUILD_FAILED`. `name` says whose it is, where several are built. */
export function detailOfFault(fault: CompileFault, name?: string): ErrorDetail {
  const { rule, path, message, fix } = fault;
  return { code: rule, path, message: `${name === undefined ? '' : `${name}: `}${placeOf(fault)}: ${message}`, fix };
}

/** A warning in one line. */
export function warningLine(warning: CompileFault): string {
  return `warning: ${placeOf(warning)}: ${warning.message}`;
}
