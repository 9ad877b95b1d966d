import { createError, pluginDeclarationErrors } from '@portico/errors';
import { nameOfValue } from '../json/name-of-value.ts';
import { fullNameOf } from '../routes/route-names.ts';
import type { AnyRouteRef } from '../routes/route-ref.ts';
import { checkPath } from './check-plugin.ts';
import type { NamedExtension, PluginOptions } from './create-plugin.ts';

function checkKind(where: { plugin: string; name: string }, ref: AnyRouteRef, maker: string): void {
  const kind = `create${String(ref?.$$type).replace('@portico/', '')}`;
  if (maker.split(' or ').includes(kind)) return;
  const received = kind === 'createundefined' ? nameOfValue(ref) : `the result of ${kind}`;
  throw createError(pluginDeclarationErrors.ROUTE_REF_INVALID, { ...where, maker, received });
}

/** Checks that every route is served by a page, and every page's route ref is among the routes. */
export function checkRoutes(plugin: string, options: PluginOptions, extensions: readonly NamedExtension[]): void {
  const { routes = {}, externalRoutes = {} } = options;
  const served = new Set<unknown>(extensions.map(extension => extension.page?.routeRef));
  for (const [name, ref] of Object.entries(routes)) {
    checkKind({ plugin, name }, ref, 'createRouteRef or createSubRouteRef');
    if (ref.$$type === '@portico/SubRouteRef') checkPath(plugin, `sub route ref ${name}`, ref.path);
    const expected = `${plugin}.${name}`;
    const known = fullNameOf(ref) ?? expected;
    if (known !== expected) throw createError(pluginDeclarationErrors.ROUTE_REF_TAKEN, { plugin, name, expected, received: known });
    if (served.has(ref.$$type === '@portico/SubRouteRef' ? ref.parent : ref)) continue;
    const received = extensions.some(extension => extension.page) ? 'none among its pages' : 'a plugin without pages';
    throw createError(pluginDeclarationErrors.ROUTE_REF_UNSERVED, { plugin, name, received });
  }
  for (const [name, ref] of Object.entries(externalRoutes)) checkKind({ plugin, name }, ref, 'createExternalRouteRef');
  const named = new Set<unknown>(Object.values(routes));
  for (const { id, page } of extensions) {
    if (!page?.routeRef || named.has(page.routeRef)) continue;
    const received = Object.keys(routes).join(', ') || 'no routes';
    throw createError(pluginDeclarationErrors.ROUTE_REF_UNNAMED, { plugin, extension: id, received });
  }
}
