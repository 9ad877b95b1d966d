import { sharedModules } from '@portico/shared-modules';
import { textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** A remote takes only such modules from the shell as the shell provides. */
export const sharedModulesAreKnown = defineRule('shared-modules-are-known', (input, report) => {
  const known = new Set(input.offer ? Object.keys(input.offer.shared) : sharedModules.map(module => module.request));
  for (const { path, text } of textsOfParts(input.manifest, 'federation.shared', 'request')) {
    if (text === '' || known.has(text)) continue;
    report({
      path,
      message: `Expected one of the modules that the shell provides, got ${JSON.stringify(text)}`,
      fix: `Bundle ${text} into the remote. The shell provides: ${[...known].join(', ')}`,
    });
  }
});
