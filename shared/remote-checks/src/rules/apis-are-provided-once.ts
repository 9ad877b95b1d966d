import { textAt, textsAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** The first use of an API loads its provider: there must be one. */
export const apisAreProvidedOnce = defineRule('apis-are-provided-once', (input, report) => {
  const own = textAt(input.manifest, 'id');
  for (const { path, text } of textsAt(input.manifest, 'provides')) {
    const holder = input.context?.provides?.find(other => other.api === text && other.remote !== own);
    if (!holder) continue;
    report({
      path,
      message: `Expected an API that no other remote provides, got ${JSON.stringify(text)}, which ${holder.remote} provides`,
      fix: `Give the API another id, or unregister ${holder.remote}`,
    });
  }
});
