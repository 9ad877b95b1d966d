import { routerNames } from '@portico/shared-modules';
import { textsAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** Names that the shell's react-router doesn't have would be undefined in the remote. */
export const routerNamesAreOffered = defineRule('router-names-are-offered', (input, report) => {
  const offered: readonly string[] = input.offer?.routerNames ?? routerNames;
  for (const { path, text } of textsAt(input.manifest, 'federation.routerNames')) {
    if (text === '' || offered.includes(text)) continue;
    report({
      path,
      message: `Expected a name of react-router that the shell provides, got ${JSON.stringify(text)}`,
      fix: `Do without ${text}. The shell provides: ${offered.join(', ')}`,
    });
  }
});
