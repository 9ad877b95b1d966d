import { defineErrors } from '../define-errors.ts';

/** Faults of the remote preset, the plugin manifest and the command line. */
export const buildErrors = /* @__PURE__ */ defineErrors('build', {});
