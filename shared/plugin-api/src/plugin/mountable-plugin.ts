import { createElement, useEffect, useRef } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { useApiHolder } from '../apis/use-api.ts';
import type { ApiHolderOfPlugin } from '../apis/use-api.ts';
import { pluginContext } from '../context/plugin-context.ts';
import type { PluginInfo } from '../context/plugin-context.ts';

/** What a plugin of another framework is given. */
export interface MountContext extends PluginInfo {
  /** The portal's APIs for this plugin: `context.apis.get(fetchApiRef)`. */
  readonly apis: ApiHolderOfPlugin;
}

/** Takes everything away that `mount` has put there. */
export type Unmount = () => void;

/** A plugin of another framework: the default export of `./plugin` instead of what `createPlugin` gives. */
export interface MountablePlugin {
  /** Renders into `element`, which is empty and the plugin's own. The URL below `context.basePath` is the plugin's too. */
  mount(element: HTMLElement, context: MountContext): Unmount | Promise<Unmount>;
}

/** The React component that shows a plugin of another framework. What `mount` throws reaches the boundary round it. */
export function createMountComponent(plugin: MountablePlugin): ComponentType {
  return function MountedPlugin(): ReactElement {
    const place = useRef<HTMLDivElement>(null);
    const info = pluginContext.use();
    const apis = useApiHolder();
    const { pluginId, version, basePath } = info;
    useEffect(() => {
      const element = place.current;
      if (!element) return undefined;
      const context: MountContext = { pluginId, version, apis, ...(basePath === undefined ? {} : { basePath }) };
      const mounted = plugin.mount(element, context);
      return () => {
        if (typeof mounted === 'function') mounted();
        else void mounted.then(unmount => unmount());
      };
    }, [pluginId, version, basePath, apis]);
    return createElement('div', { ref: place });
  };
}
