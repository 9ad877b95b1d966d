import { textAt, textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';

/** The form in which two routes are compared: the router matches without regard to case. */
function canonical(path: string): string {
  return path.toLowerCase().replace(/\/+$/, '') || '/';
}

/** Each route belongs to one page of one remote. */
export const routesDoNotCollide = defineRule('routes-do-not-collide', (input, report) => {
  const own = textAt(input.manifest, 'id');
  const others = (input.context?.routes ?? []).filter(route => route.remote !== own);
  const seen = new Set<string>();
  for (const { path, text } of textsOfParts(input.manifest, 'routes', 'path')) {
    const route = canonical(text);
    const other = others.find(one => canonical(one.path) === route);
    const holder = other?.remote ?? (seen.has(route) ? 'another page of it' : undefined);
    seen.add(route);
    if (holder !== undefined) {
      report({
        path,
        message: `Expected a route that is free, got ${text}, which belongs to ${holder}`,
        fix: 'Give the page another path, or register the remote with another "route"',
      });
      continue;
    }
    const outer = others.find(one => canonical(one.path) !== '/' && route.startsWith(`${canonical(one.path)}/`));
    if (!outer) continue;
    report({
      severity: 'warning',
      path,
      message: `Expected a route of its own, got ${text}, which hides a part of ${outer.path} of ${outer.remote}`,
      fix: `Choose a path outside ${outer.path}, unless ${outer.remote} agrees`,
    });
  }
});
