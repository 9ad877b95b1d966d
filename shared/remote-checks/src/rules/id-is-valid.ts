import { pluginIdPattern } from '@portico/contracts';
import { textAt } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

const longest = 63;

/** The id can stand in a URL, a database name and a file name. */
export const idIsValid = defineRule('id-is-valid', (input, report) => {
  const id = textAt(input.manifest, 'id');
  if (id === undefined || (id.length <= longest && pluginIdPattern.test(id))) return;
  report({
    path: 'id',
    message: `Expected lower case words joined by hyphens, at most ${longest} characters, got ${JSON.stringify(id.slice(0, 80))}`,
    fix: 'Rename the plugin, for example to "tech-radar"',
  });
});
