import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginManifest } from '@portico/contracts';
import { integrityOf } from '@portico/remote-checks';
import type { BuiltRemote } from './built-remote.ts';
import { pluginIdOf } from './plugin-id.ts';
import { portalRange } from './portal-range.ts';

/** Name of the manifest in a remote's build. */
export const manifestFileName = 'portico-plugin.json';

/**
 * Puts a plugin's manifest together from what it describes, its `package.json` and its files. The description is
 * taken as it is: whether it is well formed is for the checks to say.
 */
export function assembleManifest(remote: BuiltRemote, description: unknown): PluginManifest {
  const { name, version, description: text, portico } = remote.package;
  const { owner, attachesTo, backend } = portico ?? {};
  const configSchema = readConfigSchema(remote.directory);
  const described = typeof description === 'object' && description !== null ? description : {};
  return {
    schema: 1,
    id: pluginIdOf(remote.package),
    title: name,
    routes: [],
    navigation: [],
    extensions: [],
    ...described,
    version,
    ...(text === undefined ? {} : { description: text }),
    ...(owner === undefined ? {} : { owner }),
    portal: portalRange(remote.directory, remote.package),
    federation: {
      entry: remote.entry,
      type: 'script',
      global: remote.global,
      module: './plugin',
      shared: [...remote.shared],
      preload: [...remote.preload],
      routerNames: [...remote.routerNames],
    },
    ...(attachesTo === undefined ? {} : { attachesTo }),
    ...(configSchema === undefined ? {} : { configSchema }),
    ...(backend === undefined ? {} : { backend }),
    assets: [...remote.files]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([path, content]) => ({ path, bytes: content.length, integrity: integrityOf(content) })),
  };
}

function readConfigSchema(directory: string): Record<string, unknown> | undefined {
  const file = join(directory, 'config.schema.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : undefined;
}
