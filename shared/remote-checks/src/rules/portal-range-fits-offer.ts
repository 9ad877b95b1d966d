import satisfies from 'semver/functions/satisfies.js';
import { textAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** The plugin API of the portal is in the range that the remote was made for. */
export const portalRangeFitsOffer = defineRule('portal-range-fits-offer', (input, report) => {
  const range = textAt(input.manifest, 'portal');
  if (!input.offer || !range || satisfies(input.offer.pluginApi, range)) return;
  report({
    path: 'portal',
    message: `Expected a range that holds plugin API ${input.offer.pluginApi}, got ${JSON.stringify(range)}`,
    fix: 'Build the remote against the plugin API of this portal, or widen "portal"',
  });
});
