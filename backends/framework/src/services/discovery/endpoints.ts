import type { ConfigReader } from '@portico/config';

/** Where one plugin runs, as `discovery.endpoints` says it. */
export interface PluginEndpoint {
  readonly internal?: string;
  readonly external?: string;
}

/** The endpoints of a configuration. */
export interface Endpoints {
  /** The endpoint that names the plugin. */
  of(pluginId: string): PluginEndpoint | undefined;
  /** The endpoint for `*`: every plugin that is not named and does not run in this process. */
  ofOthers(pluginId: string): PluginEndpoint | undefined;
}

const placeholder = /\{\{\s*pluginId\s*\}\}/g;

function fill(template: string | undefined, pluginId: string): string | undefined {
  return template?.replace(placeholder, encodeURIComponent(pluginId)).replace(/\/+$/, '');
}

function targetOf(entry: ConfigReader): PluginEndpoint {
  const target = entry.get('target');
  if (typeof target === 'string') return { internal: target, external: target };
  const internal = entry.getOptionalString('target.internal');
  const external = entry.getOptionalString('target.external');
  return { ...(internal === undefined ? {} : { internal }), ...(external === undefined ? {} : { external }) };
}

/** Reads `discovery.endpoints`. The first entry that names a plugin counts. */
export function readEndpoints(config: ConfigReader): Endpoints {
  const entries = (config.getOptionalConfigArray('discovery.endpoints') ?? []).map(entry => ({
    plugins: entry.getStringArray('plugins'),
    target: targetOf(entry),
  }));
  function find(name: string, pluginId: string): PluginEndpoint | undefined {
    const target = entries.find(({ plugins }) => plugins.includes(name))?.target;
    if (!target) return undefined;
    const internal = fill(target.internal, pluginId);
    const external = fill(target.external, pluginId);
    return { ...(internal === undefined ? {} : { internal }), ...(external === undefined ? {} : { external }) };
  }
  return { of: pluginId => find(pluginId, pluginId), ofOthers: pluginId => find('*', pluginId) };
}
