import webpack, { type Compiler } from 'webpack';

// Named in the order of precedence: a remote's rules win over those of the core components that it uses.
const order = '@layer portico,remote;';

/** Puts every stylesheet of a build into one cascade layer, so that a remote's rules can't outrank the page's by accident. */
export class CascadeLayerPlugin {
  readonly #layer: string;

  constructor(layer: string) {
    this.#layer = layer;
  }

  apply(compiler: Compiler): void {
    const { ConcatSource } = compiler.webpack.sources;
    compiler.hooks.compilation.tap('CascadeLayerPlugin', compilation => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_PRE_PROCESS;
      compilation.hooks.processAssets.tap({ name: 'CascadeLayerPlugin', stage }, assets => {
        for (const path of Object.keys(assets).filter(name => name.endsWith('.css'))) {
          compilation.updateAsset(path, source => new ConcatSource(`${order}@layer ${this.#layer}{\n`, source, '\n}\n'));
        }
      });
    });
  }
}
