import type { ChunkGroup, Compilation } from 'webpack';

const exposedChunk = '__federation_expose_plugin';

/**
 * The files that a hover over the plugin's link is worth: the exposed module, and the page that `plugin.tsx` names
 * first. Other pages wait until they are opened.
 */
export function preloadFiles(compilation: Compilation): string[] {
  const exposed = compilation.chunkGroups.find(group => group.chunks.some(chunk => chunk.name === exposedChunk));
  if (!exposed) return [];
  const page = firstByPlace([...exposed.childrenIterable]);
  const files = [exposed, ...(page ? [page] : [])].flatMap(group => group.getFiles());
  return [...new Set(files)].filter(path => /\.(js|css)$/.test(path));
}

function firstByPlace(groups: readonly ChunkGroup[]): ChunkGroup | undefined {
  const lineOf = (group: ChunkGroup): number => {
    const lines = group.origins.map(origin => (origin.loc && 'start' in origin.loc ? (origin.loc.start?.line ?? Infinity) : Infinity));
    return Math.min(...lines);
  };
  return [...groups].sort((left, right) => lineOf(left) - lineOf(right))[0];
}
