import type { Chunk, Compilation, Compiler, Module } from 'webpack';

/**
 * Numbers modules and chunks in the order of their names. The stock deterministic ids come from paths, and the federation
 * plugin puts absolute paths into some names, so that the same sources would give other bytes in another folder.
 */
export class PlaceIndependentIdsPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('PlaceIndependentIdsPlugin', compilation => {
      compilation.hooks.moduleIds.tap('PlaceIndependentIdsPlugin', modules => numberModules([...modules], compilation));
      compilation.hooks.chunkIds.tap('PlaceIndependentIdsPlugin', chunks => numberChunks([...chunks], compilation));
    });
  }
}

function numberModules(modules: readonly Module[], compilation: Compilation): void {
  const { chunkGraph } = compilation;
  const waiting = modules.filter(one => chunkGraph.getModuleId(one) === null && chunkGraph.getNumberOfModuleChunks(one) > 0);
  inOrder(waiting, module => nameOf(module, compilation)).forEach((module, index) => chunkGraph.setModuleId(module, index));
}

function numberChunks(chunks: readonly Chunk[], compilation: Compilation): void {
  const { chunkGraph } = compilation;
  const waiting = chunks.filter(one => one.id === null);
  const modulesOf = (chunk: Chunk) => [...chunkGraph.getChunkModules(chunk)].map(module => nameOf(module, compilation)).sort().join('\n');
  inOrder(waiting, chunk => `${chunk.name ?? ''}\n${modulesOf(chunk)}`).forEach((chunk, index) => {
    chunk.id = index;
    chunk.ids = [index];
  });
}

/** By name; those of one name as they come. */
function inOrder<T>(items: readonly T[], nameIn: (item: T) => string): T[] {
  const named = items.map(item => ({ item, name: nameIn(item) }));
  named.sort((left, right) => (left.name === right.name ? 0 : left.name < right.name ? -1 : 1));
  return named.map(({ item }) => item);
}

function nameOf(module: Module, { compiler, requestShortener }: Compilation): string {
  const name = module.libIdent({ context: compiler.context }) ?? module.readableIdentifier(requestShortener);
  // The federation plugin's generated file: its place and the hash in its name come from absolute paths.
  const withoutHash = name.replace(/\S*\.federation[\\/]entry\.[0-9a-f]+\.js/, '.federation/entry.js');
  // How far away the installed packages are says nothing about them.
  return withoutHash.replaceAll(/[^\s!|]*[\\/]node_modules[\\/]/g, '~/');
}
