import type { ApiRef } from '../apis/api-ref.ts';
import { createExtension } from '../extensions/create-extension.ts';
import type { ComponentLoader, Extension } from '../extensions/extension.ts';
import { createExtensionPoint } from '../extensions/extension-point.ts';

/** One thing that a search has found: an entity, a page, or a page that does something. */
export interface SearchResult {
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly subtitle?: string;
  /** Where it leads: an absolute path of the portal, or an `https:` address. */
  readonly to: string;
  /** A name of the shell's icons; for any other the first letter of the title is shown. */
  readonly icon?: string;
}

/** The APIs of the plugin that searches. */
export interface SearchApis {
  /** The implementation, once the remote that provides it is loaded. Rejects with `PLUGIN_API_API_MISSING` when nobody provides it. */
  get<T>(ref: ApiRef<T>): Promise<T>;
}

/**
 * Finds things in what one plugin knows, best first. Called as the user types, never with an empty text. An abort of
 * `signal` says that the answer is not wanted any more; the shell gives up after 5 s.
 */
export type Search = (text: string, signal: AbortSignal, apis: SearchApis) => Promise<readonly SearchResult[]>;

/** What the command palette knows of a provider before it loads it. */
export interface SearchProviderConfig {
  /** Heading above its results. */
  readonly title: string;
  /** Groups are sorted by order, then by id. Default 100. */
  readonly order?: number;
}

/** The point of the command palette: its extensions are no components, but functions of the form `Search`. */
export const searchProviderPoint = /* @__PURE__ */ createExtensionPoint<never, SearchProviderConfig>({ id: 'core.search-provider/v1' });

/** Options of `createSearchProviderExtension`. */
export interface SearchProviderExtensionOptions extends SearchProviderConfig {
  /** Default `search`. */
  readonly id?: string;
  /** Runs when the command palette is first used. */
  readonly loader: () => Promise<{ readonly default: Search } | Search>;
}

/** Declares that a plugin finds things for the command palette. */
export function createSearchProviderExtension({ id = 'search', title, order, loader }: SearchProviderExtensionOptions): Extension {
  const config = { title, ...(order === undefined ? {} : { order }) };
  return createExtension({ point: searchProviderPoint, id, config, loader: loader as unknown as ComponentLoader<never> });
}
