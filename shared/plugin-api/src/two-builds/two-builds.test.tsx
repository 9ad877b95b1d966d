/** @jest-environment node */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server.node';
import webpack from 'webpack';
import * as pluginApi from '../index.ts';
import type * as Library from './fixture/library.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'two-builds-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Bundles the library as a remote would: with everything but the shared modules inside. */
async function build(version: string): Promise<typeof Library> {
  const compiler = webpack({
    mode: 'production',
    context: import.meta.dirname,
    entry: './fixture/library.ts',
    devtool: false,
    externals: { react: 'commonjs react', '@portico/plugin-api': 'commonjs @portico/plugin-api' },
    output: { path: directory, filename: `${version}.cjs`, library: { type: 'commonjs2' } },
    module: { rules: [{ test: /\.ts$/, loader: 'swc-loader', options: { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } } }] },
    plugins: [new webpack.DefinePlugin({ LIBRARY_VERSION: JSON.stringify(version) })],
  });
  await new Promise<void>((resolve, reject) => {
    compiler?.run((error, stats) => {
      const failure = error ?? (stats?.hasErrors() ? new Error(stats.toString()) : undefined);
      compiler.close(closeError => (failure || closeError ? reject(failure ?? closeError) : resolve()));
    });
  });
  const file = join(directory, `${version}.cjs`);
  const source = `${await readFile(file, 'utf8')}\n//# sourceURL=${pathToFileURL(file).href}`;
  const shared: Record<string, unknown> = { react: React, '@portico/plugin-api': pluginApi };
  const module = { exports: {} };
  new Function('module', 'require', source)(module, (name: string) => shared[name]);
  return module.exports as typeof Library;
}

describe('a library that is in the page twice', () => {
  test('meets itself: contexts, APIs, extension points and routes of one copy are those of the other', async () => {
    const first = await build('1.0.0');
    const second = await build('2.0.0');
    expect(first.Thing).not.toBe(second.Thing);
    expect(first.thingContext).not.toBe(second.thingContext);
    expect(first.thingPoint).toEqual(second.thingPoint);

    const { apiContext, createApiFactory, createApiHolder, createPageExtension, createPlugin, routesApiRef } = pluginApi;
    const loader = async () => first.Thing;
    const things = createPlugin({
      id: 'things',
      title: 'Things',
      routes: { thing: first.thingRouteRef },
      extensions: [createPageExtension({ path: '/things/:name', title: 'Thing', routeRef: first.thingRouteRef, loader })],
    });
    const table = { remotes: [things.describe()], bindings: {} };
    const holder = createApiHolder([
      createApiFactory({ api: first.thingApiRef, factory: () => ({ madeBy: first.version }) }),
      createApiFactory({ api: routesApiRef, factory: () => ({ getTable: () => table, subscribe: () => () => {} }) }),
    ]);
    const page = (
      <apiContext.Provider value={holder}>
        <first.thingContext.Provider value={{ name: 'cup' }}>
          <p><first.Thing /></p>
          <p><second.Thing /></p>
        </first.thingContext.Provider>
      </apiContext.Provider>
    );
    expect(renderToStaticMarkup(page)).toBe(
      '<p>1.0.0 sees cup by 1.0.0 at /things/cup at /things/cup</p><p>2.0.0 sees cup by 1.0.0 at /things/cup at /things/cup</p>',
    );
  });
});
