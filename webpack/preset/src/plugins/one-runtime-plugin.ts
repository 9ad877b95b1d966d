import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Compiler } from 'webpack';

const noDescriptions = join(import.meta.dirname, '../federation/no-descriptions.ts');

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

/** Leaves the federation runtime's error texts out of a remote's entry, whose size every user pays for every remote. */
export class SlimEntryPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.normalModuleFactory.tap('SlimEntryPlugin', factory => {
      factory.hooks.beforeResolve.tap('SlimEntryPlugin', data => {
        if (data.request === './desc.mjs' && data.context.includes('@module-federation')) data.request = noDescriptions;
      });
    });
  }
}
