import { extensionPointPattern } from '@portico/contracts';
import { textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** What is made for a point that the shell doesn't have is shown nowhere. */
export const corePointsAreOffered = defineRule('core-points-are-offered', (input, report) => {
  const offered = input.offer?.extensionPoints;
  if (!offered) return;
  for (const { path, text } of textsOfParts(input.manifest, 'extensions', 'point')) {
    if (!extensionPointPattern.test(text) || !text.startsWith('core.') || offered.includes(text)) continue;
    report({
      path,
      message: `Expected a point that the shell offers (${offered.join(', ')}), got ${JSON.stringify(text.slice(0, 80))}`,
      fix: 'Take the point from @portico/plugin-api; a newer one needs a newer portal',
    });
  }
});
