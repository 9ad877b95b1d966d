import { defineErrors } from '../define-errors.ts';

/** Faults that keep the portal from starting: Node, ports, folders, builds. */
export const startErrors = /* @__PURE__ */ defineErrors('start', {});
