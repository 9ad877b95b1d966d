import type { PluginRunner, PluginView } from './plugin-view.ts';

/** All plugins of this process. */
export interface PluginDirectory {
  add(runner: PluginRunner): void;
  get(pluginId: string): PluginRunner | undefined;
  all(): readonly PluginRunner[];
  views(): Readonly<Record<string, PluginView>>;
}

/** Starts empty. */
export function createPluginDirectory(): PluginDirectory {
  const runners = new Map<string, PluginRunner>();
  return {
    add: runner => void runners.set(runner.pluginId, runner),
    get: pluginId => runners.get(pluginId),
    all: () => [...runners.values()],
    views: () => Object.fromEntries([...runners].map(([id, runner]) => [id, runner.view()])),
  };
}
