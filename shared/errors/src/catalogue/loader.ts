import { defineErrors } from '../define-errors.ts';

/** What the shell meets while it discovers, loads and shows remotes. */
export const loaderErrors = /* @__PURE__ */ defineErrors('loader', {});
