import { contentTypeOf } from './content-types.ts';
import { listFiles } from './list-files.ts';

/** A file that browsers may fetch. */
export interface Asset {
  /** Folder that `path` starts from. */
  readonly directory: string;
  readonly path: string;
  readonly contentType: string;
  /** True if the name holds a hash of the content, so that it never changes. */
  readonly immutable: boolean;
  /** Endings of the compressed copies that lie beside it. */
  readonly compressed: ReadonlySet<'br' | 'gz'>;
}

/** Assets by path. */
export type AssetIndex = ReadonlyMap<string, Asset>;

const hashed = /[.-][0-9a-f]{8,}\.\w+(\.\w+)*$/;
/** Source maps stay on the server: they repeat every source and nobody's page needs them. */
const hidden = /(\.map|\.map\.br|\.map\.gz)$/;

/** Indexes the files of several folders; a path of an earlier folder goes before the same path of a later one. */
export async function indexAssets(directories: readonly string[]): Promise<AssetIndex> {
  const index = new Map<string, Asset>();
  for (const directory of directories) {
    const paths = (await listFiles(directory)).filter(path => !hidden.test(path));
    const all = new Set(paths);
    for (const path of paths) {
      if (index.has(path)) continue;
      if (/\.(br|gz)$/.test(path) && all.has(path.slice(0, -3))) continue;
      const compressed = new Set((['br', 'gz'] as const).filter(ending => all.has(`${path}.${ending}`)));
      index.set(path, { directory, path, contentType: contentTypeOf(path), immutable: hashed.test(path), compressed });
    }
  }
  return index;
}
