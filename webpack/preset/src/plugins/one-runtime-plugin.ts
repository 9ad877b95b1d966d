import { existsSync } from 'node:fs';
import type { Compiler } from 'webpack';

/**
 * Keeps one copy of the federation runtime in the shell. The federation plugin names some of its own files by
 * their CommonJS form, which would bring in the whole runtime a second time beside the ES modules.
 */
export class OneRuntimePlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.normalModuleFactory.tap('OneRuntimePlugin', factory => {
      factory.hooks.beforeResolve.tap('OneRuntimePlugin', data => {
        if (!/[\\/]@module-federation[\\/].*\.cjs$/.test(data.request)) return;
        const module = ['.js', '.mjs'].map(ending => data.request.replace(/\.cjs$/, ending)).find(file => existsSync(file));
        if (module) data.request = module;
      });
    });
  }
}
