import type { RouteRef } from '../routes/route-ref.ts';
import type { ComponentLoader, Extension, PageDeclaration, PageNavigation } from './extension.ts';

/** The point of pages. The shell shows the extensions of it on their routes. */
export const pagePointId = 'core.page/v1';

/** Options of `createPageExtension`. */
export interface PageExtensionOptions<P extends string> {
  /** Default `page:<plugin id>`. */
  readonly id?: string;
  /** Absolute: `/catalog`. Everything below it is the page's own, by nested `<Routes>`. */
  readonly path: string;
  readonly title: string;
  readonly icon?: string;
  /** How other pages link here. Name it in the plugin's `routes`. */
  readonly routeRef?: RouteRef<P>;
  /** The page's entry in the navigation, by default with its title and icon. `false`: none. */
  readonly navigation?: PageNavigation | false;
  readonly loader: ComponentLoader<object>;
}

/** Declares a page on a route of its own. */
export function createPageExtension<P extends string = never>(options: PageExtensionOptions<P>): Extension {
  const { id, path, title, icon, routeRef, navigation = {}, loader } = options;
  const page: PageDeclaration = {
    path,
    title,
    navigation,
    ...(icon === undefined ? {} : { icon }),
    ...(routeRef === undefined ? {} : { routeRef: routeRef as RouteRef<string> }),
  };
  return { $$type: '@portico/Extension', id, point: pagePointId, page, loader: loader as ComponentLoader<never> };
}
