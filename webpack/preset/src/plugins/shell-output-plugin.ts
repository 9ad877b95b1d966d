import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import webpack, { type Compilation, type Compiler } from 'webpack';
import type { Offer } from '@portico/contracts';
import { integrityOf } from '@portico/remote-checks';
import { contentOf, sealStage } from './seal-plugin.ts';

const folder = 'assets/';
const smallestWorthCompressing = 512;

/** Name of the chunk that the shell takes as soon as it knows that somebody is signed in. */
const signedInChunk = 'later';

/** Writes what the portal needs to serve the shell: `page.json`, `offer.json` and compressed copies of text files. */
export class ShellOutputPlugin {
  readonly #offer: Offer;

  constructor(offer: Offer) {
    this.#offer = offer;
  }

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('ShellOutputPlugin', compilation => {
      const stage = sealStage + 100;
      compilation.hooks.processAssets.tapPromise({ name: 'ShellOutputPlugin', stage }, async () => {
        const page = {
          scripts: initialFiles(compilation, '.js'),
          styles: initialFiles(compilation, '.css'),
          signedIn: { scripts: signedInFiles(compilation, '.js'), styles: signedInFiles(compilation, '.css') },
        };
        await compressTexts(compilation);
        emitJson(compilation, 'page.json', page);
        emitJson(compilation, 'offer.json', this.#offer);
      });
    });
  }
}

function emitJson(compilation: Compilation, path: string, value: unknown): void {
  compilation.emitAsset(path, new webpack.sources.RawSource(`${JSON.stringify(value, null, 2)}\n`));
}

interface OutputFile {
  readonly path: string;
  readonly integrity: string;
}

const withDigests = (compilation: Compilation, files: readonly string[], ending: string): OutputFile[] =>
  files
    .filter(path => path.endsWith(ending))
    .map(path => ({ path: path.slice(folder.length), integrity: integrityOf(contentOf(compilation, path)) }));

function initialFiles(compilation: Compilation, ending: string): OutputFile[] {
  return withDigests(compilation, [...compilation.entrypoints.values()].flatMap(entry => entry.getFiles()), ending);
}

/** What a portal in use fetches next in any case, so that the page may have it fetched at once. */
function signedInFiles(compilation: Compilation, ending: string): OutputFile[] {
  return withDigests(compilation, [...(compilation.namedChunks.get(signedInChunk)?.files ?? [])], ending);
}

async function compressTexts(compilation: Compilation): Promise<void> {
  const paths = Object.keys(compilation.assets).filter(path => /\.(js|css|svg)$/.test(path));
  for (const path of paths) {
    const content = contentOf(compilation, path);
    if (content.length < smallestWorthCompressing) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    const brotli = await promisify(brotliCompress)(content, { params });
    const zipped = await promisify(gzip)(content, { level: 9 });
    compilation.emitAsset(`${path}.br`, new webpack.sources.RawSource(brotli));
    compilation.emitAsset(`${path}.gz`, new webpack.sources.RawSource(zipped));
  }
}
