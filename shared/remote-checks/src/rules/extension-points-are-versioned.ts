import { extensionPointPattern } from '@portico/contracts';
import { textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** The name of a point says which version of its contract an extension was made for. */
export const extensionPointsAreVersioned = defineRule('extension-points-are-versioned', (input, report) => {
  for (const { path, text } of textsOfParts(input.manifest, 'extensions', 'point')) {
    if (extensionPointPattern.test(text)) continue;
    report({
      path,
      message: `Expected <plugin>.<name>/v<n>, for example catalog.entity-tab/v1, got ${JSON.stringify(text.slice(0, 80))}`,
      fix: 'Take the extension point from the library package of the plugin that offers it',
    });
  }
});
