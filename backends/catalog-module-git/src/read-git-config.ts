import { durationMs } from '@portico/config';
import type { JsonObject } from '@portico/config';
import { fileTreeUrl } from './file-tree-url.ts';

/** One repository that is followed. */
export interface GitRepository {
  /** The key in the configuration. */
  readonly id: string;
  /** Whatever `git fetch` takes: https, ssh, or a path of this machine. */
  readonly url: string;
  /** The remote's default branch without it. */
  readonly branch?: string;
  /** Glob of the files that describe entities, from the repository's root. */
  readonly path: string;
  /** Below it the files are found by people; ends with a slash. */
  readonly treeUrl: string;
  readonly allow?: readonly string[];
  readonly username: string;
  readonly token?: string;
  /** Milliseconds from the end of one look to the start of the next. */
  readonly frequencyMs: number;
  readonly timeoutMs: number;
}

const defaultFrequencyMs = 60_000;
const defaultTimeoutMs = 120_000;

/** Reads `catalog.providers.git`, which has been checked against its schema. */
export function readGitConfig(section: JsonObject): GitRepository[] {
  return Object.entries(section).map(([id, value]) => {
    const written = value as Omit<Partial<GitRepository>, 'url'> & { url: string; webUrl?: string; schedule?: JsonObject };
    const { url, branch, path, allow, username, token, schedule, webUrl } = written;
    return {
      id,
      url,
      path: path ?? '**/catalog-info.yaml',
      treeUrl: fileTreeUrl({ url, branch: branch ?? 'HEAD', webUrl }),
      username: username ?? 'git',
      frequencyMs: durationMs(schedule?.['frequency']) || defaultFrequencyMs,
      timeoutMs: durationMs(schedule?.['timeout']) || defaultTimeoutMs,
      ...(branch === undefined ? {} : { branch }),
      ...(allow === undefined ? {} : { allow }),
      ...(token === undefined ? {} : { token }),
    };
  });
}
