import { existsSync, statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { listConfigFiles } from './config-files.ts';
import { loadConfig } from './load-config.ts';
import type { LoadConfigOptions, LoadedConfig } from './load-config.ts';

/** Options of `watchConfig`. */
export interface WatchConfigOptions extends LoadConfigOptions {
  /** The configuration in use; a change that leads to the same values is not reported. */
  readonly current: LoadedConfig;
  /** Milliseconds without a further change before the files are read. Default 100. */
  readonly debounceMs?: number;
}

const writingMs = 2_000;

function stampOf(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  return status ? `${status.ino}:${status.size}:${status.mtimeMs}` : 'absent';
}

/** True for a file that was emptied a moment ago: whoever writes it has not come further yet. */
function isBeingWritten(file: string): boolean {
  const status = statSync(file, { throwIfNoEntry: false });
  return status?.size === 0 && Math.abs(Date.now() - status.mtimeMs) < writingMs;
}

/**
 * Watches the configuration files, also those that don't exist yet, and reads all of them again after a change.
 * A bad change goes to `onError` and the old values stay in use. The watcher does not keep the process alive.
 *
 * @returns ends the watching
 */
export function watchConfig(
  options: WatchConfigOptions,
  onChange: (loaded: LoadedConfig) => void,
  onError: (error: unknown) => void,
): () => void {
  const candidates = listConfigFiles(options).map(({ file }) => file);
  const watchers = new Map<string, FSWatcher>();
  let { current } = options;
  let stamps = '';
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const watched = (): string[] => [...new Set([...candidates, ...current.files])];
  const takeStamps = (): string => watched().map(file => `${file}=${stampOf(file)}`).join('\n');
  // Folders are watched, not files: editors and mounted volumes replace files, which ends a file's own watcher.
  const watchFolders = (): void => {
    for (const folder of new Set(watched().map(dirname))) {
      if (watchers.has(folder) || !existsSync(folder)) continue;
      const watcher = watch(folder, { persistent: false }, schedule);
      watcher.on('error', onError);
      watchers.set(folder, watcher);
    }
  };
  const reload = async (): Promise<void> => {
    const seen = takeStamps();
    if (stopped || seen === stamps) return;
    if (watched().some(isBeingWritten)) return schedule();
    stamps = seen;
    try {
      const loaded = await loadConfig(options);
      if (stopped) return;
      // Read while it was written: the end of the writing is a change of its own.
      if (takeStamps() !== seen) return schedule();
      const changed = !isDeepStrictEqual(loaded.data, current.data);
      current = loaded;
      watchFolders();
      if (changed) onChange(loaded);
    } catch (error) {
      if (takeStamps() !== seen) return schedule();
      onError(error);
    }
  };
  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), options.debounceMs ?? 100);
    timer.unref();
  }

  stamps = takeStamps();
  watchFolders();
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
