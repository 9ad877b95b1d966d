import { defineErrors } from '../define-errors.ts';

/** Misuse of the plugin API by a plugin. */
export const pluginApiErrors = /* @__PURE__ */ defineErrors('plugin-api', {});
