import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Compiler } from 'webpack';

/** A file of a library that is not needed in a portal's pages, and what stands in for it. */
interface Substitute {
  /** Folder of the importing file contains this. */
  readonly inside: RegExp;
  readonly request: RegExp;
  readonly file: string;
}

const standIn = (name: string): string => join(import.meta.dirname, '../lean', `${name}${extname(import.meta.filename)}`);
const federation = /[\\/]@module-federation[\\/]/;

/** Error texts: the codes stay, and the shell explains them from its own catalogue. */
const descriptions: Substitute = { inside: federation, request: /^\.\/desc\.mjs$/, file: standIn('no-descriptions') };

/** What a remote's entry leaves out. */
export const leanEntry: readonly Substitute[] = [descriptions];

/** What the shell leaves out. */
export const leanShell: readonly Substitute[] = [
  descriptions,
  { inside: federation, request: /\/plugins\/snapshot\/SnapshotHandler\.js$/, file: standIn('no-snapshots') },
  { inside: federation, request: /\/utils\/preload\.js$/, file: standIn('no-preloads') },
  { inside: /[\\/]react-router[\\/]dist/, request: /\/ssr\/components\.js$/, file: standIn('no-prefetches') },
];

/** What the production build of the shell leaves out as well: a plugin's author sees these checks in development. */
export const leanProductionShell: readonly Substitute[] = [
  ...leanShell,
  { inside: /[\\/](shared|node_modules[\\/]@portico)[\\/]plugin-api[\\/]/, request: /^\.\/declaration\.[jt]s$/, file: standIn('no-declaration-checks') },
];

/**
 * Leaves out of the scripts what a portal never reaches, since every user pays for it at every start. The
 * federation runtime is also kept to one copy: its build plugin names some files by their CommonJS form, which would
 * bring in everything a second time beside the ES modules.
 */
export class LeanModulesPlugin {
  readonly #substitutes: readonly Substitute[];

  constructor(substitutes: readonly Substitute[]) {
    this.#substitutes = substitutes;
  }

  apply(compiler: Compiler): void {
    compiler.hooks.normalModuleFactory.tap('LeanModulesPlugin', factory => {
      factory.hooks.beforeResolve.tap('LeanModulesPlugin', data => {
        const { request, context } = data;
        const substitute = this.#substitutes.find(one => one.request.test(request) && one.inside.test(`${context}/`));
        data.request = substitute?.file ?? moduleForm(request);
      });
    });
  }
}

function moduleForm(request: string): string {
  if (!federation.test(request) || !request.endsWith('.cjs')) return request;
  return ['.js', '.mjs'].map(ending => request.replace(/\.cjs$/, ending)).find(file => existsSync(file)) ?? request;
}
