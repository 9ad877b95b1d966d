import { catalogErrors, createError } from '@portico/errors';
import type { CatalogTree } from '@portico/plugin-catalog-node';
import { locationOf } from './source.ts';
import type { SourceSpec } from './source.ts';
import type { TextRead, TextReader } from './text-reader.ts';

const placeholder = /\$(text|json|yaml)\b/;

/** The absolute URL of a file of a tree. */
export function urlInTree(path: string, tree: CatalogTree): string {
  return new URL(path.split('/').map(encodeURIComponent).join('/'), tree.url).href;
}

/** Reads what lies below the tree's URL from the tree, and web URLs through `outside`. Nothing else. */
export function createTreeReader(tree: CatalogTree, outside: TextReader): TextReader {
  async function readInside(spec: SourceSpec, known: string | undefined): Promise<TextRead> {
    const path = spec.target.slice(tree.url.length).split('/').map(decodeURIComponent).join('/');
    const file = await tree.read(path);
    if (!file) return { status: 'missing', message: `Expected a file at ${spec.target}, found none` };
    // What placeholders bring in may change without the file itself.
    const signature = placeholder.test(file.text) ? `${file.version} ${tree.version}` : file.version;
    return signature === known ? { status: 'unchanged' } : { status: 'ok', text: file.text, signature };
  }

  return {
    read(spec, options) {
      if (spec.type === 'url' && spec.target.startsWith(tree.url)) return readInside(spec, options.signature);
      if (spec.type === 'url' && /^https?:/.test(spec.target)) return outside.read(spec, options);
      const reason = `it lies outside of ${tree.url}`;
      throw createError(catalogErrors.TARGET_REFUSED, { target: locationOf(spec), reason });
    },
  };
}
