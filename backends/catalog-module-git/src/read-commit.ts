import { matchesGlob } from 'node:path';
import { catalogErrors, createError, gitErrors } from '@portico/errors';
import type { CatalogTree } from '@portico/plugin-catalog-node';
import type { GitRepository } from './read-git-config.ts';
import { readBlobs } from './read-blobs.ts';
import { runGit } from './run-git.ts';

const mostFiles = 20_000;
const longestFileBytes = 1024 * 1024;
/** Of `git ls-tree`; links and submodules have other modes, and are never followed. */
const fileModes = new Set(['100644', '100755']);

interface ListedFile {
  readonly object: string;
  readonly bytes: number;
}

async function listFiles(directory: string, commit: string, signal: AbortSignal): Promise<Map<string, ListedFile>> {
  const output = await runGit({ directory, args: ['ls-tree', '-r', '-l', '-z', '--full-tree', commit], signal });
  const files = new Map<string, ListedFile>();
  for (const line of output.toString('utf8').split('\0')) {
    const [about = '', path] = line.split('\t');
    const [mode = '', , object = '', bytes] = about.split(/ +/);
    if (path !== undefined && fileModes.has(mode)) files.set(path, { object, bytes: Number(bytes) });
  }
  return files;
}

/** The version of the tree of a commit. */
export function versionOf(commit: string, { path }: Pick<GitRepository, 'path'>): string {
  return `${commit} ${path}`;
}

/** What `readCommit` takes. */
export interface ReadCommitOptions {
  /** Of the bare repository. */
  readonly directory: string;
  readonly commit: string;
  readonly repository: GitRepository;
  readonly signal: AbortSignal;
}

/** Everything of a commit that the catalog may ask for. The files that describe entities are read at once, others when asked. */
export async function readCommit({ directory, commit, repository, signal }: ReadCommitOptions): Promise<CatalogTree> {
  const files = await listFiles(directory, commit, signal);
  const described = [...files.keys()].filter(path => matchesGlob(path, repository.path)).toSorted();
  if (described.length > mostFiles) {
    throw createError(gitErrors.TOO_MANY_FILES, { id: repository.id, limit: mostFiles, count: described.length });
  }
  const small = described.map(path => files.get(path)).filter(file => file !== undefined && file.bytes <= longestFileBytes);
  const texts = await readBlobs(directory, [...new Set(small.map(file => file?.object ?? ''))], signal);

  return {
    url: repository.treeUrl,
    version: versionOf(commit, repository),
    paths: described,
    async read(path) {
      const file = files.get(path);
      if (!file) return undefined;
      if (file.bytes > longestFileBytes) {
        throw createError(catalogErrors.FILE_TOO_LARGE, { path, limit: longestFileBytes, size: file.bytes });
      }
      const text = texts.get(file.object) ?? (await readBlobs(directory, [file.object])).get(file.object);
      return text === undefined ? undefined : { text, version: file.object };
    },
  };
}
