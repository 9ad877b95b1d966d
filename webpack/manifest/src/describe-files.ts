import { gzipSync } from 'node:zlib';
import { integrityOf, overwrittenGlobalsOf } from '@portico/remote-checks';
import type { BuiltFile } from '@portico/remote-checks';

const bestCompression = 9;

/** What the rules want to know of the files of a build: sizes, digests, the entry compressed, the text of styles. */
export function describeFiles(files: ReadonlyMap<string, Buffer>, entry: string | undefined): BuiltFile[] {
  return [...files].map(([path, content]) => ({
    path,
    bytes: content.length,
    integrity: integrityOf(content),
    ...(path === entry ? { gzipBytes: gzipSync(content, { level: bestCompression }).length } : {}),
    ...(path.endsWith('.css') ? { text: content.toString('utf8') } : {}),
    ...(/\.m?js$/.test(path) ? { overwrites: overwrittenGlobalsOf(content.toString('utf8')) } : {}),
  }));
}
