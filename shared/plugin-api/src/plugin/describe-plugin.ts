import type { PluginDescription, PluginExtension, PluginExternalRoute, PluginNavigation, PluginRoute } from '@portico/contracts';
import type { PageDeclaration } from '../extensions/extension.ts';
import type { NamedExtension, PluginOptions } from './create-plugin.ts';

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function refsOf(page: PageDeclaration, routes: NonNullable<PluginOptions['routes']>): Record<string, string> {
  const refs: [string, string][] = [];
  for (const [name, ref] of Object.entries(routes)) {
    if (ref === page.routeRef) refs.push([name, '']);
    if (ref.$$type === '@portico/SubRouteRef' && ref.parent === page.routeRef) refs.push([name, ref.path]);
  }
  return Object.fromEntries(refs.sort(([left], [right]) => byText(left, right)));
}

function routesOf(options: PluginOptions, extensions: readonly NamedExtension[]): PluginRoute[] {
  const described = extensions.flatMap(({ id, page }): PluginRoute[] => {
    if (!page) return [];
    const refs = page.routeRef ? refsOf(page, options.routes ?? {}) : {};
    return [
      {
        path: page.path,
        extension: id,
        title: page.title,
        ...(page.icon === undefined ? {} : { icon: page.icon }),
        ...(Object.keys(refs).length === 0 ? {} : { refs }),
      },
    ];
  });
  return described.sort((left, right) => byText(left.path, right.path));
}

function navigationOf(options: PluginOptions, extensions: readonly NamedExtension[]): PluginNavigation[] {
  const ofPages = extensions.flatMap(({ page }): PluginNavigation[] => {
    if (!page?.navigation) return [];
    return [{ title: page.title, path: page.path, ...(page.icon === undefined ? {} : { icon: page.icon }), ...page.navigation }];
  });
  const orderOf = (entry: PluginNavigation): number => entry.order ?? 100;
  return [...ofPages, ...(options.navigation ?? [])].sort(
    (left, right) => orderOf(left) - orderOf(right) || byText(left.title, right.title) || byText(left.path, right.path),
  );
}

function externalRoutesOf(options: PluginOptions): PluginExternalRoute[] {
  const described = Object.entries(options.externalRoutes ?? {}).map(([name, { defaultTarget }]) => ({
    name,
    ...(defaultTarget === undefined ? {} : { defaultTarget }),
  }));
  return described.sort((left, right) => byText(left.name, right.name));
}

function extensionsOf(extensions: readonly NamedExtension[]): PluginExtension[] {
  const described = extensions.flatMap((extension): PluginExtension[] => {
    if (extension.page) return [];
    const { id, point, if: condition, config } = extension;
    return [
      {
        id,
        point,
        ...(condition === undefined ? {} : { if: condition }),
        ...(config === undefined ? {} : { config: config as Record<string, unknown> }),
      },
    ];
  });
  return described.sort((left, right) => byText(left.id, right.id));
}

/** Says what a plugin is, as JSON. The order is by path, order and id, not by how the source is written. */
export function describePlugin(options: PluginOptions, extensions: readonly NamedExtension[]): PluginDescription {
  const externalRoutes = externalRoutesOf(options);
  const provides = (options.provides ?? []).map(ref => ref.id).sort(byText);
  const extensionPoints = (options.extensionPoints ?? []).map(({ id }) => id).sort(byText);
  return {
    id: options.id,
    title: options.title,
    routes: routesOf(options, extensions),
    navigation: navigationOf(options, extensions),
    extensions: extensionsOf(extensions),
    ...(externalRoutes.length === 0 ? {} : { externalRoutes }),
    ...(provides.length === 0 ? {} : { provides }),
    ...(extensionPoints.length === 0 ? {} : { extensionPoints }),
  };
}
