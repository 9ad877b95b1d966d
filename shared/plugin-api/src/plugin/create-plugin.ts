import { createError, pluginApiErrors } from '@portico/errors';
import type { PluginDescription, PluginNavigation } from '@portico/contracts';
import type { ApiFactory } from '../apis/api-factory.ts';
import type { ApiRef } from '../apis/api-ref.ts';
import type { Extension } from '../extensions/extension.ts';
import type { ExternalRouteRef, RouteRef, SubRouteRef } from '../routes/route-ref.ts';
import { nameRoutes } from '../routes/name-routes.ts';
import { checkDeclaration, describePlugin } from './declaration.ts';
import { loadComponent } from './load-component.ts';
import type { LoadedExtension, Plugin } from './plugin.ts';

/** Options of `createPlugin`. */
export interface PluginOptions {
  /** Lower case words joined by hyphens, at most 63 characters: `tech-radar`. */
  readonly id: string;
  readonly title: string;
  /** The pages that others may link to; known to them as `<id>.<key>`. */
  readonly routes?: Readonly<Record<string, RouteRef<string> | SubRouteRef<string>>>;
  /** The pages of others that this plugin links to; bound in `app.routes.bindings` as `<id>.<key>`. */
  readonly externalRoutes?: Readonly<Record<string, ExternalRouteRef<string>>>;
  readonly extensions: readonly Extension[];
  /** How the plugin's own APIs are made. */
  readonly apis?: readonly ApiFactory[];
  /** Those of `apis` that other plugins may use. Their first use loads this plugin. */
  readonly provides?: readonly ApiRef<unknown>[];
  /** The points at which the plugin's pages show extensions of others. Checks tell plugins that name another one. */
  readonly extensionPoints?: readonly { readonly id: string }[];
  /** Entries of the navigation beside those of the pages. */
  readonly navigation?: readonly PluginNavigation[];
}

/** An extension whose id is settled. */
export type NamedExtension = Extension & { readonly id: string };

/**
 * Declares a plugin: the default export of the module that a remote exposes as `./plugin`. The module is also run in Node
 * by the build, so it imports only the plugin API, extension points and routes; components come by `() => import(...)`.
 * Throws an error of `pluginDeclarationErrors` that names the plugin, what was expected, what came, and the fix; not in the
 * pages of a portal, where the build has checked it already.
 */
export function createPlugin(options: PluginOptions): Plugin {
  const extensions = checkDeclaration(options);
  const { id, apis = [] } = options;
  nameRoutes(id, options);
  let description: PluginDescription | undefined;
  return {
    $$type: '@portico/Plugin',
    id,
    apis,
    describe: () => (description ??= describePlugin(options, extensions)),
    async load(extensionId): Promise<LoadedExtension> {
      const extension = extensions.find(one => one.id === extensionId);
      if (!extension) {
        const received = extensions.map(one => one.id).join(', ') || 'none';
        throw createError(pluginApiErrors.EXTENSION_UNKNOWN, { plugin: id, extension: extensionId, received });
      }
      const Component = await loadComponent(id, extension);
      const { point, config } = extension;
      return { id: extensionId, point, Component, ...(config === undefined ? {} : { config }) };
    },
  };
}
