import { globalSelectorsOf } from '../global-selectors.ts';
import { defineRule } from '../rule.ts';

/** Styles of a remote touch only what it has named: no bare elements, no `:root`. */
export const stylesHaveNoGlobalSelectors = defineRule('styles-have-no-global-selectors', (input, report) => {
  for (const file of input.files ?? []) {
    if (file.text === undefined || !file.path.endsWith('.css')) continue;
    for (const selector of globalSelectorsOf(file.text)) {
      const received = JSON.stringify(selector.slice(0, 120));
      report({
        path: file.path,
        message: `Expected selectors with a class of the remote, got ${received}, which reaches the whole portal`,
        fix: 'Put the style on a class in a CSS module',
      });
    }
  }
});
