import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack';
import { pluginIdOf } from '@portico/manifest';
import type { Configuration } from 'webpack';
import { baseConfig } from './base-config.ts';
import type { BuildOptions } from './create-shell-config.ts';
import { openPackage } from './package-room.ts';
import { ChunkIntegrityPlugin } from './plugins/chunk-integrity-plugin.ts';
import { contentPlaceholder } from './plugins/digests.ts';
import { LeanModulesPlugin, leanEntry } from './plugins/lean-modules-plugin.ts';
import { PlaceIndependentIdsPlugin } from './plugins/place-independent-ids-plugin.ts';
import { PluginManifestPlugin } from './plugins/plugin-manifest-plugin.ts';
import { SealPlugin } from './plugins/seal-plugin.ts';
import { consumedModules, consumedRanges } from './shared-table.ts';

/**
 * The webpack configuration of a remote: exposes `./plugin` from `src/plugin.tsx`, takes every shared module and the
 * federation runtime from the shell, and names its container after its content, so that versions never collide.
 *
 * @param directory - the remote's folder, with `package.json` and `src/plugin.tsx`
 */
export function createRemoteConfig(directory: string, options: BuildOptions = {}): Configuration {
  const room = openPackage(directory);
  const mode = options.mode ?? 'production';
  const id = pluginIdOf(room.description);
  const name = `${id.replaceAll('-', '_')}__${mode === 'production' ? contentPlaceholder : 'unsealed'}`;
  const base = baseConfig({ room, id, mode, layer: 'remote', folder: '' });
  return {
    ...base,
    entry: {},
    output: { ...base.output, uniqueName: name },
    optimization: {
      ...base.optimization,
      moduleIds: mode === 'production' ? false : 'named',
      chunkIds: mode === 'production' ? false : 'named',
      // Small and used across pages: one file costs one request, where cards that share a style would fetch it once each.
      splitChunks: { cacheGroups: { styles: { type: 'css/mini-extract', name: 'styles', chunks: 'async', enforce: true } } },
    },
    plugins: [
      ...(base.plugins ?? []),
      new LeanModulesPlugin(leanEntry),
      new ModuleFederationPlugin({
        name,
        filename: 'remoteEntry.js',
        exposes: { './plugin': './src/plugin.tsx' },
        shared: consumedModules(room),
        shareStrategy: 'loaded-first',
        dts: false,
        manifest: true,
        experiments: { externalRuntime: true, optimization: { disableSnapshot: true, disableRemote: true, target: 'web' } },
      }),
      ...(mode === 'production' ? [new PlaceIndependentIdsPlugin(), new ChunkIntegrityPlugin(), new SealPlugin()] : []),
      new PluginManifestPlugin(room, consumedRanges(room)),
    ],
  };
}
