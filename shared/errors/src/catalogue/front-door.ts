import { defineErrors } from '../define-errors.ts';

/** Faults that the front door tells by itself: snippets/errors.conf of nginx repeats these texts. */
export const frontDoorErrors = /* @__PURE__ */ defineErrors('front-door', {
  HEAD_TOO_LARGE: [
    'InputError',
    'Expected an address and headers of at most 16 KiB each, got more',
    'Send less in the address and in cookies; long data belongs into the body',
  ],
  METHOD_NOT_ALLOWED: [
    'MethodNotAllowedError',
    'Expected GET or HEAD for a file, got {method}',
    'Read the file, or send what you write to a path below /api',
  ],
  BODY_TOO_LARGE: [
    'PayloadTooLargeError',
    'Expected a body of at most {limit} bytes, got a larger one',
    'Send less at once, or ask the operators to raise PORTICO_BODY_LIMIT of the front door',
  ],
  BACKENDS_AWAY: [
    'ServiceUnavailableError',
    'Expected an answer of a backend, got none of any replica',
    'Try again in a few seconds; if it stays, look at the state of the backends',
  ],
  BACKENDS_SILENT: [
    'GatewayTimeoutError',
    'Expected an answer of a backend in time, got none',
    'Find out whether the request took effect before you send it again; if it stays, look at the state of the backends',
  ],
});
