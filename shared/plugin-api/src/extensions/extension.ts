import type { ComponentType } from 'react';
import type { FilterPredicate } from '@portico/contracts';
import type { RouteRef } from '../routes/route-ref.ts';

/** Gets a component when it is first shown: `() => import('./pages/index-page.tsx')`. */
export type ComponentLoader<P> = () => Promise<{ readonly default: ComponentType<P> } | ComponentType<P>>;

/** How a page stands in the navigation. */
export interface PageNavigation {
  /** Default: the page's title. */
  readonly title?: string;
  readonly icon?: string;
  /** Heading under which the entry stands. */
  readonly group?: string;
  /** Entries are sorted by order, then by title. Default 100. */
  readonly order?: number;
}

/** What is known of a page without loading it. */
export interface PageDeclaration {
  readonly path: string;
  readonly title: string;
  readonly icon?: string;
  readonly routeRef?: RouteRef<string>;
  readonly navigation: PageNavigation | false;
}

/** One thing that a plugin shows somewhere. Made with `createExtension` and its forms. */
export interface Extension {
  readonly $$type: '@portico/Extension';
  /** Unique in the plugin. Undefined for a page without an id: it becomes `page:<plugin id>`. */
  readonly id: string | undefined;
  /** Id of the extension point. */
  readonly point: string;
  /** When it shows, decided from the point's subject before the plugin is loaded. */
  readonly if?: FilterPredicate;
  /** What the point may know of it before the plugin is loaded. JSON. */
  readonly config?: object;
  /** Only for pages. */
  readonly page?: PageDeclaration;
  readonly loader: ComponentLoader<never>;
}
