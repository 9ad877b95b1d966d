import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { manifestFileName } from '@portico/manifest';
import { readJson } from './read-json.ts';

/** Beside the manifest: ed25519 over its bytes, in base64. */
export const signatureFileName = 'portico-plugin.sig';

/** A build as it lies on disk. */
export interface BuiltFolder {
  readonly directory: string;
  /** Parsed, not validated. */
  readonly manifest: { readonly id?: string; readonly version?: string; readonly federation?: { readonly entry?: string } };
  /** All files that are published: everything but source maps, stamps and the manifest with its signature. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly hasSignature: boolean;
}

const leftOut = new RegExp(`\\.map$|(^|/)\\.|^${manifestFileName.replace('.', '\\.')}$|^${signatureFileName.replace('.', '\\.')}$`);

/** The files of a build folder that belong to the artifact, by their path with slashes. */
export function artifactFiles(directory: string): Map<string, Buffer> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map(name => name.split(sep).join('/'));
  const published = names.filter(name => !leftOut.test(name) && statSync(join(directory, name)).isFile());
  return new Map(published.toSorted().map(name => [name, readFileSync(join(directory, name))]));
}

/** Reads a build folder that has a manifest. */
export function readDist(directory: string): BuiltFolder {
  return {
    directory,
    manifest: readJson<BuiltFolder['manifest']>(join(directory, manifestFileName)),
    files: artifactFiles(directory),
    hasSignature: existsSync(join(directory, signatureFileName)),
  };
}
