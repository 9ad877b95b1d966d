import satisfies from 'semver/functions/satisfies.js';
import { partsAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** What the shell provides satisfies every range of the remote: nothing is found out at run time. */
export const sharedRangesFitOffer = defineRule('shared-ranges-fit-offer', (input, report) => {
  if (!input.offer) return;
  for (const { path, value } of partsAt(input.manifest, 'federation.shared')) {
    const { request, range } = value;
    if (typeof request !== 'string' || typeof range !== 'string' || !Object.hasOwn(input.offer.shared, request)) continue;
    const version = input.offer.shared[request] ?? '';
    if (satisfies(version, range)) continue;
    report({
      path: `${path}.range`,
      message: `Expected a range that holds ${request} ${version}, which the shell provides, got ${JSON.stringify(range)}`,
      fix: `Build the remote against ${request} ${version}, or widen its range`,
    });
  }
});
