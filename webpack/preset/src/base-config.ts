import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CssMinimizerPlugin from 'css-minimizer-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import type { Configuration } from 'webpack';
import { cacheVersion } from './cache-version.ts';
import { classNamer } from './class-names.ts';
import type { PackageRoom } from './package-room.ts';
import { CascadeLayerPlugin } from './plugins/cascade-layer-plugin.ts';
import { steadyNames } from './steady-names.ts';

/** What differs between the shell's build and a remote's. */
export interface BaseOptions {
  readonly room: PackageRoom;
  /** Prefix of CSS class names and name of the cache. */
  readonly id: string;
  readonly mode: 'production' | 'development';
  /** Cascade layer of all styles. */
  readonly layer: 'portico' | 'remote';
  /** Folder of hashed files below `dist`; empty for `dist` itself. */
  readonly folder: string;
}

/** Seconds until a chunk or style that does not come counts as failed. */
export const chunkTimeLimitSeconds = 20;

const browsers = 'es2022';

/** What every browser build of Portico has in common: the same input gives the same bytes. */
export function baseConfig({ room, id, mode, layer, folder }: BaseOptions): Configuration {
  const production = mode === 'production';
  const fileName = production ? '[name].[contenthash:12]' : '[name]';
  return {
    name: id,
    mode,
    context: room.directory,
    target: ['web', browsers],
    devtool: production ? 'hidden-source-map' : 'cheap-module-source-map',
    output: {
      path: join(room.directory, 'dist'),
      clean: { keep: /^\.build-stamp$/ },
      filename: `${folder}${fileName}.js`,
      chunkFilename: `${folder}${fileName}.js`,
      assetModuleFilename: `${folder}[name].[contenthash:12][ext]`,
      publicPath: 'auto',
      crossOriginLoading: 'anonymous',
      chunkLoadTimeout: chunkTimeLimitSeconds * 1000,
      // A module whose dependency failed to load is evaluated again at the next try, not served half done.
      strictModuleExceptionHandling: true,
      hashFunction: 'xxhash64',
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.js'],
      conditionNames: ['@portico/source', '...'],
    },
    module: { rules: [scriptRule(production), ...styleRules(room, id)] },
    plugins: [
      new MiniCssExtractPlugin({ filename: `${folder}${fileName}.css`, chunkFilename: `${folder}${fileName}.css`, ignoreOrder: true }),
      new CascadeLayerPlugin(layer),
    ],
    optimization: {
      chunkIds: production ? 'deterministic' : 'named',
      moduleIds: production ? 'deterministic' : 'named',
      emitOnErrors: false,
      minimizer: [
        // Terser itself: the native minifiers give equal names in another order from run to run, and the registry
        // refuses a version that comes with other bytes.
        new TerserPlugin({ extractComments: false, parallel: false, terserOptions: { ecma: 2020, compress: { passes: 2 }, mangle: { nth_identifier: steadyNames } } }),
        new CssMinimizerPlugin({ parallel: false }),
      ],
    },
    cache: { type: 'filesystem', cacheDirectory: join(room.root, 'node_modules/.cache/portico/webpack'), name: `${id}-${mode}`, version: cacheVersion(room) },
    performance: { hints: false },
    infrastructureLogging: { level: 'error' },
    stats: 'errors-warnings',
  };
}

function scriptRule(production: boolean) {
  return {
    test: /\.tsx?$/,
    loader: fileURLToPath(import.meta.resolve('swc-loader')),
    options: {
      jsc: {
        target: browsers,
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic', development: !production } },
      },
    },
  };
}

function styleRules(room: PackageRoom, id: string) {
  const cssLoader = fileURLToPath(import.meta.resolve('css-loader'));
  return [
    {
      test: /\.module\.css$/,
      sideEffects: true,
      use: [
        MiniCssExtractPlugin.loader,
        {
          loader: cssLoader,
          options: { modules: { getLocalIdent: classNamer(room, id), namedExport: false, exportLocalsConvention: 'as-is' } },
        },
      ],
    },
    { test: /(?<!\.module)\.css$/, sideEffects: true, use: [MiniCssExtractPlugin.loader, cssLoader] },
  ];
}
