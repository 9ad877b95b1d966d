import { buildErrors, createError } from '@portico/errors';
import { pluginIdOf } from '@portico/manifest';
import type { CommandContext } from '../command.ts';
import { findProject } from '../project/find-project.ts';

/**
 * The remote that a command is about: the id that was named, or that of the plugin in whose folder it was called.
 *
 * @throws buildErrors.OPTION_INVALID where there is neither
 */
export function remoteOf(words: readonly string[], { directory }: CommandContext, usage: string): string {
  const [named] = words;
  if (named !== undefined) return named;
  const project = findProject(directory);
  if (project?.kind === 'remote') return pluginIdOf(project.package);
  throw createError(buildErrors.OPTION_INVALID, { reason: 'neither the id of a remote nor the folder of one', usage });
}
