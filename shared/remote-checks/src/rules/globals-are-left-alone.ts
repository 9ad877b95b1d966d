import { defineRule } from '../rule.ts';

/** Scripts of a remote replace nothing that the other plugins of the page use, too. Told only: a polyfill may mean well. */
export const globalsAreLeftAlone = defineRule('globals-are-left-alone', (input, report) => {
  for (const { path, overwrites = [] } of input.files ?? []) {
    for (const name of overwrites) {
      report({
        severity: 'warning',
        path,
        message: `Expected code that leaves alone what all plugins share, got one that replaces ${name}`,
        fix: 'Wrap it in a function of your own, or take the API of the portal: fetchApiRef, storageApiRef, the router',
      });
    }
  }
});
