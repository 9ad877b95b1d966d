import { checkExtensions } from './check-extensions.ts';
import { checkIdentity, checkNavigation, checkProvides } from './check-plugin.ts';
import { checkRoutes } from './check-routes.ts';
import type { NamedExtension, PluginOptions } from './create-plugin.ts';

export { describePlugin } from './describe-plugin.ts';

/** Checks what a plugin declares, and gives its extensions their ids. Throws an error of `pluginDeclarationErrors`. */
export function checkDeclaration(options: PluginOptions): readonly NamedExtension[] {
  checkIdentity(options);
  const { id } = options;
  const extensions = checkExtensions(id, options.extensions);
  checkRoutes(id, options, extensions);
  checkProvides(id, options);
  checkNavigation(id, options.navigation ?? []);
  return extensions;
}
