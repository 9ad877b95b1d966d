import type { FilterPredicate } from '@portico/contracts';
import { createExtension } from './create-extension.ts';
import type { ComponentLoader, Extension } from './extension.ts';
import type { ExtensionPoint } from './extension-point.ts';

/** What a page knows of a tab before it loads it. Points for tabs use this config. */
export interface TabConfig {
  /** Path below the page: `/builds`. Empty for the first tab. */
  readonly path: string;
  readonly title: string;
  readonly group?: string;
  /** Tabs are sorted by order, then by id. Default 100. */
  readonly order?: number;
}

/** Options of `createTabExtension`. */
export interface TabExtensionOptions<P> extends TabConfig {
  readonly point: ExtensionPoint<P, TabConfig>;
  readonly id: string;
  readonly if?: FilterPredicate;
  readonly loader: ComponentLoader<P>;
}

/** Declares a tab on another plugin's page. */
export function createTabExtension<P>(options: TabExtensionOptions<P>): Extension {
  const { point, id, if: condition, loader, path, title, group, order } = options;
  const config = { path, title, ...(group === undefined ? {} : { group }), ...(order === undefined ? {} : { order }) };
  return createExtension<P, TabConfig>({ point, id, config, loader, ...(condition === undefined ? {} : { if: condition }) });
}
