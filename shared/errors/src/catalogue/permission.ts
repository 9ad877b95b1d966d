import { defineErrors } from '../define-errors.ts';

/** Faults of the policy. */
export const permissionErrors = /* @__PURE__ */ defineErrors('permission', {
  CONDITION_INVALID: [
    'InputError',
    'At {path}: Expected the name of a rule, { rule, params }, { allOf }, { anyOf } or { not }, got something else',
    'Write a condition such as "is owner", or { rule: HAS_ANNOTATION, params: { annotation: example.com/team } }',
  ],
  ROLE_UNKNOWN: [
    'InputError',
    'At permission.assignments: Expected a role that exists ({known}), got {role}',
    'Correct the name, or declare the role in permission.roles',
  ],
  BODY_INVALID: ['InputError', 'Expected a well-formed question, got a fault at {path}: {reason}', 'Send { items: [{ id, permission: { name }, resourceRef? }] }'],
});
