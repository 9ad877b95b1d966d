import { resolve } from 'node:path';
import { buildErrors, createError } from '@portico/errors';
import type { Command } from '../command.ts';
import { findProject } from '../project/find-project.ts';
import { build } from './build.ts';

/** `portico build-image`: assembles the folders of the images, in the repository of the portal. */
export const buildImage: Command = {
  summary: 'assembles the folders of the images, and builds them where there is Docker',
  usage: 'build-image [name...] [--out <folder>] [--config <file>]... [--skip-build]',
  mostWords: Infinity,
  options: {
    out: { type: 'value', says: 'folder for what the images hold; without it a folder of dist' },
    config: { type: 'values', says: 'a configuration file for the image; may come several times' },
    'skip-build': { type: 'switch', says: 'takes the build that is there' },
  },
  async run(input, context) {
    const { words, options } = input;
    const project = findProject(context.directory);
    if (project?.kind !== 'repository') throw createError(buildErrors.PROJECT_MISSING, { directory: context.directory });
    if (options['skip-build'] !== true) await build.run({ words: [], options: {} }, context);
    // Assembling knows the whole repository; the other verbs do without it.
    const { buildImages } = await import('../images/build-images.ts');
    await buildImages({
      root: project.directory,
      names: words,
      out: typeof options['out'] === 'string' ? resolve(context.directory, options['out']) : undefined,
      configFiles: Array.isArray(options['config']) ? options['config'] : [],
      node: context.node,
      onProgress: line => context.progress(line),
    });
    return { lines: [], data: { ok: true } };
  },
};
