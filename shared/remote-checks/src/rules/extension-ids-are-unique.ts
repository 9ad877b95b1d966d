import { textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** Configuration and loading know an extension by its id. */
export const extensionIdsAreUnique = defineRule('extension-ids-are-unique', (input, report) => {
  const seen = new Set<string>();
  for (const { path, text } of textsOfParts(input.manifest, 'extensions', 'id')) {
    if (seen.has(text)) {
      report({
        path,
        message: `Expected an id that no other extension of the plugin has, got ${JSON.stringify(text)} again`,
        fix: 'Give each extension its own "id"',
      });
    }
    seen.add(text);
  }
});
