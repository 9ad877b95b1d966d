/** What keeps plugins that have started from doing all they do, such as a database that is away. */
export interface PluginConditions {
  /**
   * Says what is wrong, or with `undefined` that it is not any more.
   *
   * @param name - of the part: `database`
   * @param reason - one line for everyone to read
   */
  set(pluginId: string, name: string, reason: string | undefined): void;
  /** What is wrong with a plugin at the moment, in one line. */
  of(pluginId: string): string | undefined;
}

/** Begins with all well. */
export function createPluginConditions(): PluginConditions {
  const byPlugin = new Map<string, Map<string, string>>();
  return {
    set(pluginId, name, reason) {
      const own = byPlugin.get(pluginId) ?? new Map<string, string>();
      byPlugin.set(pluginId, own);
      if (reason === undefined) own.delete(name);
      else own.set(name, reason);
    },
    of: pluginId => [...(byPlugin.get(pluginId)?.values() ?? [])].join('; ') || undefined,
  };
}
