import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitRepository } from './read-git-config.ts';
import { runGit } from './run-git.ts';

const privateFile = 0o600;
/** Protocols that carry repositories and run nothing of their own. */
const protocols = ['https', 'http', 'ssh', 'git', 'file'];

const quote = (value: string) => `"${value.replace(/(["\\])/g, '\\$1').replace(/\n/g, '')}"`;

/** Settings under which git asks nobody and runs nothing. The token lies here, readable for the portal alone, since arguments and environments are seen by others. */
function settingsOf({ username, token }: GitRepository): string {
  const basic = token === undefined ? undefined : Buffer.from(`${username}:${token}`).toString('base64');
  return [
    '[core]',
    '\trepositoryformatversion = 0',
    '\tbare = true',
    '\thooksPath = /dev/null',
    '\taskPass = true',
    '\tsshCommand = ssh -oBatchMode=yes',
    '[gc]',
    '\tauto = 0',
    '[protocol]',
    '\tallow = never',
    ...protocols.flatMap(name => [`[protocol ${quote(name)}]`, '\tallow = always']),
    '[http]',
    '\tfollowRedirects = false',
    ...(basic === undefined ? [] : [`\textraHeader = ${quote(`Authorization: Basic ${basic}`)}`]),
    '',
  ].join('\n');
}

/** Makes sure of the bare repository at `directory`, with the settings of today's configuration. */
export async function prepareRepository(directory: string, repository: GitRepository): Promise<void> {
  await mkdir(directory, { recursive: true });
  await runGit({ directory, args: ['init', '--quiet', '--bare'] });
  // A new file, since an old one would keep its mode.
  const written = join(directory, `config-${randomUUID()}`);
  await writeFile(written, settingsOf(repository), { mode: privateFile });
  await rename(written, join(directory, 'config'));
}

/** The commit at the tip of the followed branch, asked of the remote; undefined where there is no such branch. */
export async function tipOf(directory: string, repository: GitRepository, signal: AbortSignal): Promise<string | undefined> {
  const ref = repository.branch === undefined ? 'HEAD' : `refs/heads/${repository.branch}`;
  const output = await runGit({ directory, args: ['ls-remote', '--', repository.url, ref], signal });
  return output.toString('utf8').split('\n').find(line => line.endsWith(`\t${ref}`))?.split('\t')[0];
}

/** Fetches one commit without its history. */
export async function fetchTip(directory: string, repository: GitRepository, signal: AbortSignal): Promise<string> {
  const source = repository.branch === undefined ? 'HEAD' : `refs/heads/${repository.branch}`;
  const into = 'refs/portico/tip';
  const args = ['fetch', '--quiet', '--depth=1', '--no-tags', '--force', '--', repository.url, `+${source}:${into}`];
  await runGit({ directory, args, signal });
  const output = await runGit({ directory, args: ['rev-parse', `${into}^{commit}`], signal });
  return output.toString('utf8').trim();
}
