import { defineErrors } from '../define-errors.ts';

/** Sign-in, session and token faults. */
export const authErrors = /* @__PURE__ */ defineErrors('auth', {});
