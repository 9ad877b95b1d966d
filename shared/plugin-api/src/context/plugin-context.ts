import { createElement } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { apiContext } from '../apis/api-holder.ts';
import type { ApiHolder } from '../apis/api-holder.ts';
import { createSharedContext } from './shared-context.ts';

/** The plugin whose code runs here. */
export interface PluginInfo {
  readonly pluginId: string;
  readonly version: string;
  /** Where the page of the plugin is mounted: `/catalog`. Absent in extensions on other plugins' pages. */
  readonly basePath?: string;
}

/** Which plugin the components below belong to. The shell provides it round every page and extension. */
export const pluginContext = /* @__PURE__ */ createSharedContext<PluginInfo>('core.plugin/v1');

/** Props of `PluginBoundary`. */
export interface PluginBoundaryProps {
  readonly plugin: PluginInfo;
  /** The APIs that the plugin sees; without it those of the surrounding portal. */
  readonly apis?: ApiHolder | undefined;
  readonly children?: ReactNode;
}

/** Marks everything below as code of one plugin, so that scoped APIs (config, storage) are that plugin's. */
export function PluginBoundary({ plugin, apis, children }: PluginBoundaryProps): ReactElement {
  const inside = createElement(pluginContext.Provider, { value: plugin }, children);
  return apis ? createElement(apiContext.Provider, { value: apis }, inside) : inside;
}
