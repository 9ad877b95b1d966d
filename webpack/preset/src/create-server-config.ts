import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import TerserPlugin from 'terser-webpack-plugin';
import type { Configuration, ExternalItemFunctionData } from 'webpack';
import { cacheVersion } from './cache-version.ts';
import { openPackage } from './package-room.ts';
import { OneCopyPlugin } from './plugins/one-copy-plugin.ts';

/** Packages that stay outside of the bundle: one with a native part, and drivers, of which knex names more than are installed. */
const outside = /^(better-sqlite3|pg|mysql2|mysql|mariadb|sqlite3|oracledb|tedious|pg-native|pg-query-stream)(\/.*)?$/;

/** What libraries load by a name that only the running program knows: their own extension points, which Portico does not use. */
const knownWarnings = [/the request of a dependency is an expression/, /createRequire failed parsing/, /Can't resolve '@node-rs\/xxhash'/];

/**
 * By `require`, not by `import`: a namespace of a built-in module reads every name of it, which loads parts of Node.js that
 * nobody asked for (`node:http` alone brings the whole of fetch with it).
 */
function createExternal(outputDirectory: string) {
  return async ({ request = '', context = '' }: ExternalItemFunctionData): Promise<string | false> => {
    if (isBuiltin(request) || outside.test(request)) return `node-commonjs ${request}`;
    // Half a megabyte of tables for old encodings, which are read when a body comes in one of them.
    if (request === '../encodings' && /[\\/]iconv-lite[\\/]lib$/.test(context)) {
      return `node-commonjs ${relative(outputDirectory, join(context, '../encodings/index.js'))}`;
    }
    return false;
  };
}

/**
 * The webpack configuration of a backend: one file for what every start needs, further ones for what is loaded when it is
 * wanted. Writes `dist/main.mjs`, which takes a third of the modules' loading time away and needs no compiling of types.
 * Names stay as they are, for readable stacks.
 *
 * @param directory - the backend's folder, with `package.json`, `src/main.ts` and `src/portal.ts`, whose imports go into one file
 */
export function createServerConfig(directory: string): Configuration {
  const room = openPackage(directory);
  const output = join(directory, 'dist');
  return {
    name: 'server',
    mode: 'production',
    target: 'node24',
    context: directory,
    entry: { main: './src/main.ts' },
    devtool: false,
    experiments: { outputModule: true },
    output: {
      path: output,
      module: true,
      chunkFormat: 'module',
      library: { type: 'module' },
      filename: '[name].mjs',
      chunkFilename: '[name].[contenthash:12].mjs',
      clean: { keep: /^\.build-stamp$/ },
      hashFunction: 'xxhash64',
    },
    resolve: { extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'], conditionNames: ['@portico/source', 'node', '...'], mainFields: ['main'] },
    externals: [createExternal(output)],
    plugins: [new OneCopyPlugin()],
    externalsPresets: { node: false },
    module: {
      parser: { javascript: { importMeta: false, url: false } },
      rules: [
        { test: /[\\/]src[\\/]portal\.ts$/, parser: { dynamicImportMode: 'eager' } },
        {
          test: /\.ts$/,
          loader: fileURLToPath(import.meta.resolve('swc-loader')),
          options: { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
        },
      ],
    },
    optimization: {
      chunkIds: 'named',
      moduleIds: 'named',
      emitOnErrors: false,
      splitChunks: false,
      minimizer: [
        // What is read at each start costs time. In ASCII a file takes half of the memory that one with a single other sign takes.
        new TerserPlugin({
          extractComments: false,
          parallel: false,
          minify: TerserPlugin.swcMinify,
          terserOptions: { module: true, mangle: { keep_fnames: true, keep_classnames: true }, compress: false, format: { ascii_only: true } },
        }),
      ],
    },
    ignoreWarnings: knownWarnings,
    cache: { type: 'filesystem', cacheDirectory: join(room.root, 'node_modules/.cache/portico/webpack'), name: 'server', version: cacheVersion(room) },
    performance: { hints: false },
    infrastructureLogging: { level: 'error' },
    stats: 'errors-warnings',
  };
}
