import { defineRule } from '../rule.ts';

const allowed = [/^@portico\/plugin-api$/, /^(@[^/]+\/)?[^/.@][^/]*-react$/, /^\.\/routes(\.tsx?)?$/];

/** `plugin.tsx` declares what the plugin offers and runs without a browser; pages come by `() => import(...)`. */
export const pluginImportsAreAllowed = defineRule('plugin-imports-are-allowed', (input, report) => {
  for (const request of input.source?.imports ?? []) {
    if (allowed.some(pattern => pattern.test(request))) continue;
    report({
      path: 'src/plugin.tsx',
      message: `Expected @portico/plugin-api, a -react package or ./routes.ts, got ${JSON.stringify(request)}`,
      fix: `Move what needs ${request} into a page or component, and load that by () => import('./pages/...')`,
    });
  }
});
