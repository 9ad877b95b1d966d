import { textAt, textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** The first parts of paths that the portal keeps for itself. */
const reserved = ['api', 'assets', 'remotes', 'healthz', 'readyz', 'metrics', '.backstage', 'settings', 'sign-in'];
const plain = /^(\/[A-Za-z0-9._~-]+)+$/;

/** Routes are plain absolute paths outside the portal's own; `/` is for the remote with the id `home`. */
export const routesAreAbsoluteAndNotReserved = defineRule('routes-are-absolute-and-not-reserved', (input, report) => {
  for (const { path, text } of textsOfParts(input.manifest, 'routes', 'path')) {
    if (text === '/' && textAt(input.manifest, 'id') === 'home') continue;
    const parts = text.split('/').slice(1);
    if (!plain.test(text) || parts.some(part => part === '.' || part === '..')) {
      report({
        path,
        message: `Expected an absolute path of plain parts like /tech-radar, got ${JSON.stringify(text.slice(0, 200))}`,
        fix: 'Give the page a plain path; routes with parameters belong inside the page',
      });
    } else if (reserved.includes((parts[0] ?? '').toLowerCase())) {
      report({
        path,
        message: `Expected a path that the portal doesn't keep for itself, got ${JSON.stringify(text)}`,
        fix: `Choose a path that doesn't begin with one of: ${reserved.map(part => `/${part}`).join(' ')}`,
      });
    }
  }
});
