import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack';
import type { Configuration } from 'webpack';
import type { Offer } from '@portico/contracts';
import { routerNames, sharedModules } from '@portico/shared-modules';
import { baseConfig } from './base-config.ts';
import { installedVersion, openPackage, resolveRequest, type PackageRoom } from './package-room.ts';
import { ChunkIntegrityPlugin } from './plugins/chunk-integrity-plugin.ts';
import { LeanModulesPlugin, leanProductionShell, leanShell } from './plugins/lean-modules-plugin.ts';
import { OwnRequestsPlugin } from './plugins/own-requests-plugin.ts';
import { PreviousFilesPlugin } from './plugins/previous-files-plugin.ts';
import { SealPlugin } from './plugins/seal-plugin.ts';
import { ShellOutputPlugin } from './plugins/shell-output-plugin.ts';
import { providedModules, providerFiles } from './shared-table.ts';

/** Settings of a build that its package may choose. */
export interface BuildOptions {
  /** Default `production`. */
  readonly mode?: 'production' | 'development';
}

const name = 'portico_shell';

/** Families of which most pages use some, and what they share. The others come in files of their own. */
const baseFamilies = 'page|card|tabs|table|states|badge|link|button|field|avatar|dialog|drawer|menu|tooltip|toast|picker|icons|overlay';

/**
 * The component families stay one shared module each, but come in two scripts: the base families, which most pages use and which
 * together cost less than a dozen requests, and what floats above the page with the library under it, fetched when it first opens.
 */
const familyGroups = {
  families: { test: new RegExp(`[\\\\/]shared[\\\\/]ui[\\\\/]src[\\\\/](${baseFamilies})[\\\\/]`), name: 'families', chunks: 'async', enforce: true },
  overlays: {
    test: /[\\/](shared[\\/]ui[\\/]src[\\/]overlay[\\/](?!panel-of|press-style)|node_modules[\\/](react-aria|react-stately|@react-aria|@internationalized|@swc[\\/]helpers))/,
    name: 'overlays',
    priority: 1,
    chunks: 'async',
    enforce: true,
  },
} as const;

/** The styles of what every portal in use needs come with the first ones: they are small, and a request costs more. */
const firstStyles = {
  type: 'css/mini-extract',
  name: 'main',
  chunks: ({ name }: { readonly name?: string | null }) => name === 'main' || name === 'later',
  priority: 2,
  enforce: true,
};

/**
 * The webpack configuration of the shell: one eager entry, the shared modules of the table, the federation runtime
 * for all remotes. Writes `dist/assets/*`, `dist/page.json` and `dist/offer.json`.
 *
 * @param directory - the shell's folder, with `package.json` and `src/main.tsx`
 */
export function createShellConfig(directory: string, options: BuildOptions = {}): Configuration {
  const room = openPackage(directory);
  const mode = options.mode ?? 'production';
  const files = providerFiles(room);
  const base = baseConfig({ room, id: 'portico', mode, layer: 'portico', folder: 'assets/' });
  // The shell itself uses names of the router beyond the published ones.
  const ownFiles = new Map([...files, ['react-router', resolveRequest(room, 'react-router')]]);
  const previous = new PreviousFilesPlugin(join(room.directory, 'dist'));
  return {
    ...base,
    entry: { main: './src/main.tsx' },
    output: { ...base.output, uniqueName: name, clean: { keep: previous.keeps } },
    optimization: { ...base.optimization, splitChunks: { cacheGroups: { default: false, defaultVendors: false, ...familyGroups, firstStyles } } },
    plugins: [
      ...(base.plugins ?? []),
      new OwnRequestsPlugin(ownFiles),
      new LeanModulesPlugin(mode === 'production' ? leanProductionShell : leanShell),
      new ModuleFederationPlugin({
        name,
        remotes: {},
        shared: providedModules(room, files),
        shareStrategy: 'loaded-first',
        runtimePlugins: [join(import.meta.dirname, `federation/retry-shared${extname(import.meta.filename)}`)],
        dts: false,
        manifest: false,
        experiments: { provideExternalRuntime: true, optimization: { disableSnapshot: true, target: 'web' } },
      }),
      ...(mode === 'production' ? [new ChunkIntegrityPlugin(), new SealPlugin()] : []),
      new ShellOutputPlugin(offerOf(room)),
      previous,
    ],
  };
}

function offerOf(room: PackageRoom): Offer {
  const points = join(room.directory, 'src/extension-points.json');
  return {
    schema: 1,
    pluginApi: installedVersion(room, '@portico/plugin-api'),
    shared: Object.fromEntries(sharedModules.map(shared => [shared.request, installedVersion(room, shared.package)])),
    routerNames: [...routerNames],
    extensionPoints: existsSync(points) ? (JSON.parse(readFileSync(points, 'utf8')) as string[]) : ['core.page/v1'],
  };
}
