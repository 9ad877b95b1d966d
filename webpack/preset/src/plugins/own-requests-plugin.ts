import type { Compiler } from 'webpack';

/**
 * Lets the shell use its own copies directly: it is the provider, so asking the share scope for what lies in the
 * same script would only cost bytes and an asynchronous start.
 */
export class OwnRequestsPlugin {
  readonly #files: ReadonlyMap<string, string>;

  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  apply(compiler: Compiler): void {
    compiler.hooks.normalModuleFactory.tap('OwnRequestsPlugin', factory => {
      factory.hooks.beforeResolve.tap('OwnRequestsPlugin', data => {
        const file = this.#files.get(data.request);
        if (file) data.request = file;
      });
    });
  }
}
