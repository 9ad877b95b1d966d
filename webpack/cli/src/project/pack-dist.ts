import { manifestFileName } from '@portico/manifest';
import { create } from 'tar';
import type { BuiltFolder } from './read-dist.ts';
import { signatureFileName } from './read-dist.ts';

/** The archive of a build, as `POST /remotes/:id/versions` takes it: a tar.gz whose bytes depend on the files only. */
export async function packDist({ directory, files, hasSignature }: BuiltFolder): Promise<Buffer> {
  const names = [...files.keys(), manifestFileName, ...(hasSignature ? [signatureFileName] : [])];
  const chunks: Buffer[] = [];
  for await (const chunk of create({ cwd: directory, gzip: true, portable: true, noMtime: true }, names.toSorted())) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
