import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { besideAssets, copyFiles } from './copy-files.ts';
import type { AssembleRequest } from './image.ts';

/** nginx's configuration, the shell's files, and the page as nginx fills it. */
export async function assembleFrontend({ root, out, configFiles, run }: AssembleRequest): Promise<void> {
  await mkdir(join(out, 'empty'));
  const unwanted = /^\/(test|node_modules|\.types|dist|package\.json|tsconfig\.json)(\/|$)/;
  await copyFiles(join(root, 'nginx'), join(out, 'nginx'), unwanted);
  // This nginx sends gzip only, so that the other compressed copies would lie there for nobody.
  await copyFiles(join(root, 'shell/dist/assets'), join(out, 'assets'), new RegExp(`${besideAssets.source}|\\.br$`));
  const files = configFiles.flatMap(file => ['--config', file]);
  await run(['--conditions=@portico/source', 'backends/app/src/front-door/main.ts', '--out', join(out, 'page'), ...files]);
}
