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

const millisecondsPer: Readonly<Record<string, number>> = {
  milliseconds: 1,
  seconds: 1_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

function readDuration(value: unknown, otherwise: number): number {
  const parts = Object.entries((value ?? {}) as Record<string, number>);
  const total = parts.reduce((sum, [unit, count]) => sum + (millisecondsPer[unit] ?? 0) * count, 0);
  return total > 0 ? total : otherwise;
}

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
      frequencyMs: readDuration(schedule?.['frequency'], 60_000),
      timeoutMs: readDuration(schedule?.['timeout'], 120_000),
      ...(branch === undefined ? {} : { branch }),
      ...(allow === undefined ? {} : { allow }),
      ...(token === undefined ? {} : { token }),
    };
  });
}
