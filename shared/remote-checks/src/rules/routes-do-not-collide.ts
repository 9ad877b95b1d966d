import { textAt, textsOfParts } from '../manifest-parts.ts';
import { defineRule } from '../rule.ts';
import type { HeldRoute } from '../rule.ts';

/** The form in which two routes are compared: the router matches without regard to case. */
export function canonicalRoute(path: string): string {
  return path.toLowerCase().replace(/\/+$/, '') || '/';
}

/** The routes that a canonical one lies within: of `/a/b/c` these are `/a` and `/a/b`. */
function outerRoutes(route: string): ReadonlySet<string> {
  const parts = route.split('/').slice(1, -1);
  return new Set(parts.map((_part, index) => `/${parts.slice(0, index + 1).join('/')}`));
}

/** Each route belongs to one page of one remote. */
export const routesDoNotCollide = defineRule('routes-do-not-collide', (input, report) => {
  const own = textAt(input.manifest, 'id');
  const others = input.context?.routes ?? [];
  // A portal has hundreds of them, and every remote is held against all.
  const holds = (other: HeldRoute, isIt: (route: string) => boolean) => other.remote !== own && isIt(other.canonical ?? canonicalRoute(other.path));
  const seen = new Set<string>();
  for (const { path, text } of textsOfParts(input.manifest, 'routes', 'path')) {
    const route = canonicalRoute(text);
    const other = others.find(one => holds(one, held => held === route));
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
    const around = outerRoutes(route);
    const outer = around.size > 0 ? others.find(one => holds(one, held => around.has(held))) : undefined;
    if (!outer) continue;
    report({
      severity: 'warning',
      path,
      message: `Expected a route of its own, got ${text}, which hides a part of ${outer.path} of ${outer.remote}`,
      fix: `Choose a path outside ${outer.path}, unless ${outer.remote} agrees`,
    });
  }
});
