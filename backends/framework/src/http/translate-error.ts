import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import type { PorticoError } from '@portico/errors';

interface RequestFault {
  readonly type?: unknown;
  readonly status?: unknown;
  readonly limit?: unknown;
  readonly length?: unknown;
}

const partOfBodyFault: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'body',
  'entity.verify.failed': 'body',
  'encoding.unsupported': 'Content-Encoding',
  'charset.unsupported': 'charset',
  'request.aborted': 'body',
  'request.size.invalid': 'Content-Length',
  'stream.encoding.set': 'body',
  'parameters.too.many': 'body',
};

/** Turns whatever a handler threw into an error of the catalogue; what nobody foresaw becomes a generic one. */
export function translateError(thrown: unknown, requestId: string): PorticoError {
  if (isPorticoError(thrown)) return thrown;
  const fault = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as RequestFault;
  if (fault.type === 'entity.too.large') {
    const parameters = { limit: Number(fault.limit ?? 0), received: Number(fault.length ?? 0) || 'more' };
    return createError(frameworkErrors.BODY_TOO_LARGE, parameters, { cause: thrown });
  }
  const part = typeof fault.type === 'string' ? partOfBodyFault[fault.type] : undefined;
  if (part) return createError(frameworkErrors.REQUEST_INVALID, { part }, { cause: thrown });
  if (thrown instanceof URIError) return createError(frameworkErrors.REQUEST_INVALID, { part: 'path' }, { cause: thrown });
  return createError(frameworkErrors.INTERNAL, { requestId }, { cause: thrown });
}
