import { isPorticoError, messageOf } from '@portico/errors';
import { redactUrl } from '../http/redact-url.ts';
import type { LineRedaction } from '../services/logger/redact-line.ts';

const longestReason = 300;

/** Faults that come from a database driver carry statements and values in their text. */
function isDatabaseFault(thrown: unknown): thrown is { readonly code: unknown } {
  const fault = thrown as { code?: unknown; sqlMessage?: unknown; routine?: unknown; severity?: unknown } | null;
  if (typeof fault !== 'object' || fault === null || isPorticoError(thrown)) return false;
  return String(fault.code).startsWith('SQLITE_') || fault.sqlMessage !== undefined || fault.routine !== undefined;
}

/** Makes the function that says in one line, for everyone to read, why something failed: no secrets, statements or stack. */
export function createFaultDescription({ redact }: LineRedaction): (thrown: unknown) => string {
  return thrown => {
    if (isDatabaseFault(thrown)) return `The database refused (${String(thrown.code)}); the log says more`;
    const [line = ''] = messageOf(thrown).split('\n', 1);
    return redact(redactUrl(line)).slice(0, longestReason);
  };
}
