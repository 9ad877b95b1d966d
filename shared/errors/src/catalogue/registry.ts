import { defineErrors } from '../define-errors.ts';

/** Faults of remotes, versions, artifacts and snapshots. */
export const registryErrors = /* @__PURE__ */ defineErrors('registry', {});
