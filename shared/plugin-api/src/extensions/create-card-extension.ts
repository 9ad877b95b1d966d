import type { FilterPredicate } from '@portico/contracts';
import { createExtension } from './create-extension.ts';
import type { ComponentLoader, Extension } from './extension.ts';
import type { ExtensionPoint } from './extension-point.ts';

/** What a page knows of a card before it loads it. Points for cards use this config. */
export interface CardConfig {
  readonly title: string;
  /** How much of the row it takes: a third, a half, all. Default `medium`. */
  readonly size?: 'small' | 'medium' | 'wide';
  /** Cards are sorted by order, then by id. Default 100. */
  readonly order?: number;
}

/** Options of `createCardExtension`. */
export interface CardExtensionOptions<P> extends CardConfig {
  readonly point: ExtensionPoint<P, CardConfig>;
  readonly id: string;
  readonly if?: FilterPredicate;
  readonly loader: ComponentLoader<P>;
}

/** Declares a card on another plugin's page. */
export function createCardExtension<P>(options: CardExtensionOptions<P>): Extension {
  const { point, id, if: condition, loader, title, size, order } = options;
  const config = { title, ...(size === undefined ? {} : { size }), ...(order === undefined ? {} : { order }) };
  return createExtension<P, CardConfig>({ point, id, config, loader, ...(condition === undefined ? {} : { if: condition }) });
}
