import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import webpack, { type Compiler } from 'webpack';
import { sealStage } from './seal-plugin.ts';

const listName = '.current-files.json';
const keptMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Keeps the hashed files of earlier builds for 7 days after the build that replaced them, so that pages which are
 * open meanwhile find their chunks. A file's time is that of the last build that contained it.
 */
export class PreviousFilesPlugin {
  readonly #directory: string;

  /** @param directory - the output folder */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Says of a file that the new build doesn't contain whether it stays. */
  readonly keeps = (path: string): boolean => {
    if (path === '.build-stamp') return true;
    const file = join(this.#directory, path);
    return path.startsWith('assets/') && existsSync(file) && Date.now() - statSync(file).mtimeMs < keptMs;
  };

  apply(compiler: Compiler): void {
    compiler.hooks.beforeRun.tap('PreviousFilesPlugin', () => this.#touchReplaced());
    compiler.hooks.thisCompilation.tap('PreviousFilesPlugin', compilation => {
      compilation.hooks.processAssets.tap({ name: 'PreviousFilesPlugin', stage: sealStage + 200 }, assets => {
        const paths = Object.keys(assets).filter(path => path.startsWith('assets/'));
        compilation.emitAsset(listName, new webpack.sources.RawSource(JSON.stringify(paths.sort())));
      });
    });
  }

  #touchReplaced(): void {
    const list = join(this.#directory, listName);
    if (!existsSync(list)) return;
    const now = new Date();
    for (const path of JSON.parse(readFileSync(list, 'utf8')) as string[]) {
      const file = join(this.#directory, path);
      if (existsSync(file)) utimesSync(file, now, now);
    }
  }
}
