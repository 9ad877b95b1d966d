import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LoggerService, SchedulerService } from '@portico/backend-framework';
import { createError, gitErrors } from '@portico/errors';
import type { EntityProvider } from '@portico/plugin-catalog-node';
import { fetchTip, prepareRepository, tipOf } from './bare-repository.ts';
import { readCommit, versionOf } from './read-commit.ts';
import type { GitRepository } from './read-git-config.ts';

/** What `createGitEntityProvider` takes. */
export interface GitEntityProviderOptions {
  readonly repository: GitRepository;
  /** Bare repositories are kept below it. */
  readonly directory: string;
  readonly logger: LoggerService;
  readonly scheduler: SchedulerService;
}

/** Follows one branch of one repository. A repository that can't be reached keeps its entities as they were. */
export function createGitEntityProvider(options: GitEntityProviderOptions): EntityProvider {
  const { repository, logger, scheduler } = options;
  const { id, url, branch, path, allow, frequencyMs, timeoutMs } = repository;
  const folder = createHash('sha256').update(url).digest('hex').slice(0, 16);
  const directory = join(options.directory, `${id}-${folder}.git`);
  let shown: string | undefined;

  return {
    getProviderName: () => `git:${id}`,
    ...(allow === undefined ? {} : { allow }),
    async connect(connection) {
      scheduler.scheduleTask({
        id: `follow-git-${id}`,
        frequencyMs,
        timeoutMs,
        async run(signal) {
          await prepareRepository(directory, repository);
          const tip = await tipOf(directory, repository, signal);
          if (tip === undefined) throw createError(gitErrors.BRANCH_MISSING, { id, branch: branch ?? 'HEAD' });
          // Another replica may have brought another commit since, and the branch may be back at this one.
          if (tip === shown && (await connection.treeVersion()) === versionOf(tip, repository)) return;
          const commit = await fetchTip(directory, repository, signal);
          const tree = await readCommit({ directory, commit, repository, signal });
          if (tree.paths.length === 0) logger.warn('A git repository has no file for the catalog', { repository: id, path });
          await connection.applyMutation({ type: 'full', tree });
          logger.info('Read a git repository for the catalog', { repository: id, commit, files: tree.paths.length });
          shown = tip;
        },
      });
      await Promise.resolve();
    },
  };
}
