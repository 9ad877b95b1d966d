import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real git repository in a temporary folder. */
export interface MadeUpRepository {
  readonly directory: string;
  /** Writes files (undefined removes one) and commits them; gives the commit. */
  commit(files: Readonly<Record<string, string | undefined>>): string;
  link(path: string, target: string): void;
  git(...args: string[]): string;
  remove(): void;
}

export function makeUpRepository(): MadeUpRepository {
  const directory = mkdtempSync(join(tmpdir(), 'portico-repository-'));
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
  const git = (...args: string[]) => execFileSync('git', ['-C', directory, ...identity, ...args], { encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  return {
    directory,
    git,
    link: (path, target) => symlinkSync(target, join(directory, path)),
    commit(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(directory, path)), { recursive: true });
        if (text === undefined) rmSync(join(directory, path));
        else writeFileSync(join(directory, path), text);
      }
      git('add', '--all');
      git('commit', '--quiet', '--message', 'Change');
      return git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
