import { defineErrors } from '../define-errors.ts';

/** Faults of entities, locations and catalog queries. */
export const catalogErrors = /* @__PURE__ */ defineErrors('catalog', {});
