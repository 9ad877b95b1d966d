import { createError, pluginApiErrors } from '@portico/errors';

// Stands in for the checks of a plugin's declaration and for its description: the build of every remote has run both,
// and what it found is in the manifest.

interface Declared {
  readonly id: string;
  readonly extensions: readonly { readonly id?: string }[];
}

export function checkDeclaration({ id, extensions }: Declared): readonly object[] {
  return extensions.map(extension => ({ ...extension, id: extension.id ?? `page:${id}` }));
}

export function describePlugin(): never {
  throw createError(pluginApiErrors.NOT_DESCRIBED);
}
