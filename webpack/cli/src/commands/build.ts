import { buildErrors, createError } from '@portico/errors';
import { pluginIdOf } from '@portico/manifest';
import { buildAll } from '../build/build-all.ts';
import { compilePackage } from '../build/compile/compile-package.ts';
import { detailOfFault, warningLine } from '../build/compile/fault-lines.ts';
import { seconds } from '../bootstrap/progress.ts';
import type { Command } from '../command.ts';
import { findProject } from '../project/find-project.ts';

async function buildOne(directory: string, progress: (line: string) => void): Promise<void> {
  const { faults, warnings } = await compilePackage(directory);
  for (const warning of warnings) progress(warningLine(warning));
  const details = faults.map(fault => detailOfFault(fault));
  if (details.length > 0) throw createError(buildErrors.FAILED, { count: details.length }, { details });
}

/** `portico build`: the plugin in whose folder it is called, or, in the portal's repository, everything that changed. */
export const build: Command = {
  summary: 'builds the plugin of this folder; in the repository of the portal what changed of shell and remotes',
  usage: 'build [name...]',
  mostWords: Infinity,
  options: {},
  async run({ words }, { directory, progress }) {
    const project = findProject(directory);
    if (!project) throw createError(buildErrors.PROJECT_MISSING, { directory });
    const started = performance.now();
    const time = () => seconds(performance.now() - started);
    if (project.kind === 'remote') {
      const [word] = words;
      if (word !== undefined) throw createError(buildErrors.OPTION_INVALID, { reason: `the name ${word} in the folder of one plugin`, usage: 'build' });
      const name = pluginIdOf(project.package);
      progress(`building ${name}`);
      await buildOne(project.directory, progress);
      return { lines: [`${name} ${project.package.version} built in ${time()}`], data: { ok: true, built: [name] } };
    }
    const { built, upToDate } = await buildAll({ root: project.directory, names: words, onProgress: progress });
    return { lines: [`${built.length} built, ${upToDate.length} up to date in ${time()}`], data: { ok: true, built, upToDate } };
  },
};
