import { defineErrors } from '../define-errors.ts';

/** Faults in configuration files, environment overrides and the values read from them. */
export const configErrors = /* @__PURE__ */ defineErrors('config', {
  VALUE_INVALID: [
    'InputError',
    'At {path}: Expected {expected}, got {received} ({source})',
    'Change {path} in {source} to {expected}',
  ],
});
