import type { PluginOptions } from '../plugin/create-plugin.ts';
import { nameRouteRef } from './route-names.ts';

/** Makes the plugin's route refs known by name. */
export function nameRoutes(plugin: string, { routes = {}, externalRoutes = {} }: PluginOptions): void {
  for (const [name, ref] of Object.entries({ ...routes, ...externalRoutes })) nameRouteRef(ref, plugin, name);
}
