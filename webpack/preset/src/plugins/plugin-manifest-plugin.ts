import webpack, { type Compilation, type Compiler } from 'webpack';
import { checkRemote, manifestFileName, readPluginSource, type BuiltRemote, type PluginSource } from '@portico/manifest';
import type { Finding } from '@portico/remote-checks';
import type { PackageRoom } from '../package-room.ts';
import { FindingError } from './finding-error.ts';
import { readSharedUse, type SharedUse } from './shared-use.ts';
import { preloadFiles } from './preload-files.ts';
import { contentOf, sealStage } from './seal-plugin.ts';

const entry = 'remoteEntry.js';

/** Derives `portico-plugin.json`, checks the build by all rules, and fails it with every fault at once. */
export class PluginManifestPlugin {
  readonly #room: PackageRoom;
  readonly #ranges: Readonly<Record<string, string>>;

  /** @param ranges - the range that is asked of each shared module */
  constructor(room: PackageRoom, ranges: Readonly<Record<string, string>>) {
    this.#room = room;
    this.#ranges = ranges;
  }

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('PluginManifestPlugin', compilation => {
      // Runs beside the compilation, in a process of its own.
      const source = readPluginSource(this.#room.directory);
      let use: SharedUse = { shared: [], routerNames: [] };
      compilation.hooks.afterOptimizeModules.tap('PluginManifestPlugin', () => {
        use = readSharedUse(compilation, this.#ranges);
      });
      const stage = sealStage + 100;
      compilation.hooks.processAssets.tapPromise({ name: 'PluginManifestPlugin', stage }, async () => {
        await this.#stamp(compilation, await source, use);
      });
    });
  }

  async #stamp(compilation: Compilation, source: PluginSource, use: SharedUse): Promise<void> {
    const files = filesOf(compilation);
    const remote: BuiltRemote = {
      directory: this.#room.directory,
      package: this.#room.description,
      entry,
      global: federationName(compilation),
      ...use,
      preload: preloadFiles(compilation),
      files,
    };
    const { manifest, findings } = await checkRemote(remote, source);
    compilation.emitAsset(manifestFileName, new webpack.sources.RawSource(`${JSON.stringify(manifest, null, 2)}\n`));
    report(compilation, findings);
  }
}

function filesOf(compilation: Compilation): Map<string, Buffer> {
  const paths = Object.keys(compilation.assets).filter(path => !path.endsWith('.map'));
  return new Map(paths.sort().map(path => [path, contentOf(compilation, path)]));
}

function federationName(compilation: Compilation): string {
  return (JSON.parse(contentOf(compilation, 'mf-manifest.json').toString('utf8')) as { name: string }).name;
}

function report(compilation: Compilation, findings: readonly Finding[]): void {
  for (const finding of findings) {
    const list = finding.severity === 'error' ? compilation.errors : compilation.warnings;
    list.push(new FindingError(finding));
  }
}
