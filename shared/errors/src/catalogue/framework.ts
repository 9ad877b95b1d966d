import { defineErrors } from '../define-errors.ts';

/** Faults of backend wiring, core services and requests. */
export const frameworkErrors = /* @__PURE__ */ defineErrors('framework', {});
