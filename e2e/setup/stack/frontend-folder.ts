import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../root.ts';

/** How to assemble what the front door serves. */
export interface FrontendFolderOptions {
  /** Made anew below it. */
  readonly out: string;
  readonly configFiles: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Assembles the folder of the image `portico-frontend` from the built shell, and gives its path. */
export async function assembleFrontend({ out, configFiles, environment }: FrontendFolderOptions): Promise<string> {
  const config = configFiles.flatMap(file => ['--config', file]);
  const args = ['webpack/cli/src/main.ts', 'build-image', 'portico-frontend', '--skip-build', '--out', out, ...config];
  const env = { ...process.env, NODE_OPTIONS: '', ...environment };
  await promisify(execFile)(process.execPath, ['--conditions=@portico/source', '--disable-warning=ExperimentalWarning', ...args], { cwd: root, env });
  return path.join(out, 'portico-frontend');
}
