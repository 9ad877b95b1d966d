import type { Compilation, Dependency, Module } from 'webpack';
import type { SharedRequirement } from '@portico/contracts';

/** What a build takes from the shell. */
export interface SharedUse {
  readonly shared: SharedRequirement[];
  /** The names of `react-router` that the build uses; `*` for the namespace as a whole. */
  readonly routerNames: string[];
}

interface ConsumedModule extends Module {
  readonly options: { readonly shareKey: string };
}

interface ImportDependency extends Dependency {
  getIds?(graph: Compilation['moduleGraph']): string[];
}

const routerRequest = 'react-router';

const isConsumed = (module: Module | null): module is ConsumedModule => module?.type === 'consume-shared-module';

/**
 * Reads from the module graph what the build takes from the shell. To be called after the chunks are made and before
 * modules are merged.
 *
 * @param ranges - the range that is asked of each shared module: import request -> range
 */
export function readSharedUse(compilation: Compilation, ranges: Readonly<Record<string, string>>): SharedUse {
  const modules = [...compilation.modules].filter(module => isPartOfBuild(compilation, module));
  const requests = new Set(modules.filter(isConsumed).map(module => module.options.shareKey));
  const names = new Set(modules.flatMap(module => namesTaken(compilation, module)));
  return {
    shared: [...requests].sort().map(request => ({ request, range: ranges[request] ?? '*' })),
    routerNames: [...names].sort(),
  };
}

// A module that no chunk holds was imported for something that is not used.
function isPartOfBuild(compilation: Compilation, module: Module): boolean {
  return compilation.chunkGraph.getNumberOfModuleChunks(module) > 0;
}

function namesTaken(compilation: Compilation, module: Module): string[] {
  const { moduleGraph } = compilation;
  return module.dependencies.flatMap((dependency: ImportDependency) => {
    const connection = moduleGraph.getConnection(dependency);
    if (!connection || !isConsumed(connection.module) || connection.module.options.shareKey !== routerRequest) return [];
    if (!/specifier/.test(dependency.type) || connection.getActiveState(undefined) === false) return [];
    return [dependency.getIds?.(moduleGraph)[0] ?? '*'];
  });
}
