import { buildErrors, createError } from '@portico/errors';
import { buildAll } from '../build/build-all.ts';
import { compilePackage } from '../build/compile/compile-package.ts';
import { seconds } from '../bootstrap/progress.ts';
import type { Command } from '../command.ts';
import { findProject, pluginIdOf } from '../project/find-project.ts';

async function buildOne(directory: string, name: string): Promise<void> {
  const { faults } = await compilePackage(directory);
  const details = faults.map(({ rule, path, message, fix }) => ({ code: rule, path, message: `${rule}${path ? ` at ${path}` : ''}: ${message}`, fix }));
  if (details.length > 0) throw createError(buildErrors.FAILED, { count: details.length, name }, { details });
}

/** `portico build`: the plugin in whose folder it is called, or, in the portal's repository, everything that changed. */
export const build: Command = {
  summary: 'builds the plugin of this folder; in the repository of the portal what changed of shell and remotes',
  usage: 'build [name...]',
  options: {},
  async run({ words }, { directory, progress }) {
    const project = findProject(directory);
    if (!project) throw createError(buildErrors.PROJECT_MISSING, { directory });
    const started = performance.now();
    const time = () => seconds(performance.now() - started);
    if (project.kind === 'remote') {
      const name = pluginIdOf(project.package);
      progress(`building ${name}`);
      await buildOne(project.directory, name);
      return { lines: [`${name} ${project.package.version} built in ${time()}`], data: { ok: true, built: [name] } };
    }
    const { built, upToDate } = await buildAll({ root: project.directory, names: words, onProgress: progress });
    return { lines: [`${built.length} built, ${upToDate.length} up to date in ${time()}`], data: { ok: true, built, upToDate } };
  },
};
