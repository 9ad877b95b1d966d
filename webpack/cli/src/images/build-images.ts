import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildErrors, createError, messageOf } from '@portico/errors';
import { assembleBackend } from './assemble-backend.ts';
import { assembleFrontend } from './assemble-frontend.ts';
import { isBuilt } from './copy-files.ts';
import type { Image } from './image.ts';

/** Every image of this repository. */
export const images: readonly Image[] = [
  { name: 'portico-frontend', dockerfile: 'shell/Dockerfile', assemble: assembleFrontend },
  { name: 'portico-backend', dockerfile: 'backends/portal/Dockerfile', assemble: assembleBackend },
];

/** What to make, and whom to tell. */
export interface ImagesRequest {
  /** The repository's folder; its shell and remotes are built. */
  readonly root: string;
  /** Names of images; all when left out. */
  readonly names?: readonly string[];
  /** Each image's folder is made anew below it; `dist/images` when left out. */
  readonly out?: string | undefined;
  readonly configFiles?: readonly string[];
  /** The Node that runs what writes files. */
  readonly node: string;
  /** Called with one line per step, without a line break. */
  readonly onProgress?: (line: string) => void;
}

const execute = promisify(execFile);

function choose(names: readonly string[] = []): readonly Image[] {
  const known = images.map(image => image.name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown !== undefined) throw createError(buildErrors.TARGET_UNKNOWN, { name: unknown, known: known.join(', ') });
  return images.filter(image => names.length === 0 || names.includes(image.name));
}

async function engineAnswers(): Promise<boolean> {
  return execute('docker', ['info', '--format', '{{.ServerVersion}}']).then(
    () => true,
    () => false,
  );
}

/**
 * Assembles the folder of each image, and has the container engine make the image where one answers.
 *
 * @returns the folders by the names of the images
 * @throws BUILD_SHELL_MISSING, BUILD_STEP_FAILED, BUILD_TARGET_UNKNOWN
 */
export async function buildImages(request: ImagesRequest): Promise<ReadonlyMap<string, string>> {
  const { root, node, configFiles = [], onProgress = () => undefined } = request;
  const chosen = choose(request.names);
  if (!isBuilt(join(root, 'shell/dist'))) throw createError(buildErrors.SHELL_MISSING, { folder: 'shell/dist' });
  const out = request.out ?? join(root, 'dist/images');
  const run = async (args: readonly string[]) => {
    await execute(node, [...args], { cwd: root }).catch((fault: { stderr?: string }) => {
      throw createError(buildErrors.STEP_FAILED, { step: args.join(' '), reason: fault.stderr?.trim() || messageOf(fault) });
    });
  };
  const folders = new Map<string, string>();
  for (const { name, assemble } of chosen) {
    const folder = join(out, name);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await assemble({ root, out: folder, configFiles, run });
    folders.set(name, folder);
    onProgress(`${name}: assembled in ${folder}`);
  }
  if (request.out !== undefined) return folders;
  if (!(await engineAnswers())) {
    onProgress('no container engine answers to `docker info`, so that no image was made of the folders');
    return folders;
  }
  for (const { name, dockerfile } of chosen) {
    const args = ['build', '--tag', name, '--file', join(root, dockerfile), folders.get(name) ?? ''];
    await execute('docker', args, { maxBuffer: 64 * 1024 * 1024 }).catch((fault: { stderr?: string }) => {
      throw createError(buildErrors.STEP_FAILED, { step: `docker ${args.join(' ')}`, reason: fault.stderr?.trim() || messageOf(fault) });
    });
    onProgress(`${name}: image made`);
  }
  return folders;
}
