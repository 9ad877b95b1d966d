import type { Compilation, Compiler, Module } from 'webpack';

/**
 * Numbers the modules in the order of their names. The stock deterministic ids come from paths, and the federation
 * plugin puts absolute paths into some names, so that the same sources would give other bytes in another folder.
 */
export class PlaceIndependentIdsPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('PlaceIndependentIdsPlugin', compilation => {
      compilation.hooks.moduleIds.tap('PlaceIndependentIdsPlugin', modules => {
        const { chunkGraph } = compilation;
        const waiting = [...modules].filter(one => chunkGraph.getModuleId(one) === null && chunkGraph.getNumberOfModuleChunks(one) > 0);
        const named = waiting.map(module => ({ module, name: nameOf(module, compilation) }));
        named.sort((left, right) => (left.name < right.name ? -1 : 1));
        named.forEach(({ module }, index) => chunkGraph.setModuleId(module, index));
      });
    });
  }
}

function nameOf(module: Module, { compiler, requestShortener }: Compilation): string {
  const name = module.libIdent({ context: compiler.context }) ?? module.readableIdentifier(requestShortener);
  // The federation plugin's generated file: its place and the hash in its name come from absolute paths.
  return name.replace(/\S*\.federation[\\/]entry\.[0-9a-f]+\.js/, '.federation/entry.js');
}
