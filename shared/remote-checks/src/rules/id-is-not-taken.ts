import { textAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** No other remote of the portal has this id. */
export const idIsNotTaken = defineRule('id-is-not-taken', (input, report) => {
  const id = textAt(input.manifest, 'id');
  if (id === undefined || !input.context?.ids?.includes(id)) return;
  report({
    path: 'id',
    message: `Expected an id that no other remote has, got ${JSON.stringify(id)}, which is registered already`,
    fix: 'Unregister the other remote, or give this one another id',
  });
});
