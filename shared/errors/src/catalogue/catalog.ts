import { defineErrors } from '../define-errors.ts';

/** Faults of entities, locations and catalog queries. */
export const catalogErrors = /* @__PURE__ */ defineErrors('catalog', {
  REF_INVALID: [
    'InputError',
    'Expected an entity ref of the form [kind:][namespace/]name, got {ref}',
    'Write the ref as for example component:default/shell',
  ],
  REF_KIND_MISSING: [
    'InputError',
    'Expected an entity ref that names a kind, got {ref}',
    'Put the kind and a colon in front, as in component:default/shell',
  ],
});
