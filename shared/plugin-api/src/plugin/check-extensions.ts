import { createError, pluginDeclarationErrors } from '@portico/errors';
import { versionedIdPattern } from '../context/versioned-id.ts';
import type { Extension, PageDeclaration } from '../extensions/extension.ts';
import { nameOfValue } from '../json/name-of-value.ts';
import { checkJson, checkPath, checkTitle } from './check-plugin.ts';
import type { NamedExtension } from './create-plugin.ts';

const extensionIdPattern = /^[a-z][a-z0-9]*([-:/.][a-z0-9]+)*$/;

function checkPage(plugin: string, id: string, page: PageDeclaration): void {
  checkPath(plugin, `page ${id}`, page.path);
  checkTitle(plugin, `page ${id}`, page.title);
  checkJson(plugin, `navigation of page ${id}`, page.navigation);
}

function nameExtension(plugin: string, extension: Extension): NamedExtension {
  if (extension?.$$type !== '@portico/Extension') {
    throw createError(pluginDeclarationErrors.EXTENSION_INVALID, { plugin, received: nameOfValue(extension) });
  }
  const { id = `page:${plugin}`, point } = extension;
  if (!extensionIdPattern.test(id)) {
    throw createError(pluginDeclarationErrors.EXTENSION_ID_INVALID, { plugin, received: nameOfValue(id) });
  }
  if (!versionedIdPattern.test(point)) {
    throw createError(pluginDeclarationErrors.POINT_INVALID, { plugin, extension: id, received: nameOfValue(point) });
  }
  checkJson(plugin, `if of extension ${id}`, extension.if ?? {});
  checkJson(plugin, `config of extension ${id}`, extension.config ?? {});
  if (extension.page) checkPage(plugin, id, extension.page);
  return { ...extension, id };
}

function firstTwice(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** Checks the extensions of a plugin and gives each its id. */
export function checkExtensions(plugin: string, extensions: readonly Extension[]): readonly NamedExtension[] {
  const named = extensions.map(extension => nameExtension(plugin, extension));
  const id = firstTwice(named.map(extension => extension.id));
  if (id !== undefined) throw createError(pluginDeclarationErrors.EXTENSION_ID_TAKEN, { plugin, received: id });
  const path = firstTwice(named.flatMap(extension => extension.page?.path ?? []));
  if (path !== undefined) throw createError(pluginDeclarationErrors.PATH_TAKEN, { plugin, received: path });
  return named;
}
