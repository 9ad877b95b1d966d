import { differencesOf } from '../differences.ts';
import { defineRule } from '../rule.ts';

const described = ['id', 'title', 'routes', 'navigation', 'extensions', 'externalRoutes', 'provides'] as const;

/** The browser build says the same of itself as the manifest: nothing in it depends on where it runs. */
export const describedEqualsBuilt = defineRule('described-equals-built', (input, report) => {
  const { built, manifest } = input;
  if (!built || typeof manifest !== 'object' || manifest === null) return;
  for (const key of described) {
    for (const path of differencesOf((manifest as Record<string, unknown>)[key], built[key], key)) {
      report({
        path,
        message: 'Expected the browser build to describe what the manifest says, got another value',
        fix: 'Let plugin.tsx give the same description everywhere: no window, no environment, no dates in it',
      });
    }
  }
});
