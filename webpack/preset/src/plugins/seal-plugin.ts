import { createHash } from 'node:crypto';
import webpack, { type Chunk, type Compilation, type Compiler } from 'webpack';
import { buildErrors, createError } from '@portico/errors';
import { integrityOf } from '@portico/remote-checks';
import { contentPlaceholder, digestMark, digestPlaceholder } from './digests.ts';

/** After this stage no plugin may change an asset; what only adds files (compressed copies, manifests) comes later. */
export const sealStage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER + 100;

/**
 * Makes the bytes final: names the federation container after the content, then writes the digests of lazy files
 * into the entry. It works on the emitted text because both values depend on everything that was emitted.
 */
export class SealPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('SealPlugin', compilation => {
      compilation.hooks.processAssets.tap({ name: 'SealPlugin', stage: sealStage }, () => {
        compilation.deleteAsset('mf-stats.json');
        const name = contentName(compilation);
        replaceInAssets(compilation, text => text.replaceAll(contentPlaceholder, name));
        const digests = lazyDigests(compilation);
        const fill = (mark: string): string => digests.get(mark) ?? refuse(compilation, mark);
        replaceInAssets(compilation, text => text.replace(digestMark, fill));
      });
    });
  }
}

// An entry with such a gap would refuse its own chunk in the browser.
function refuse(compilation: Compilation, mark: string): string {
  const { message } = createError(buildErrors.UNSEALED_DIGEST, { mark });
  if (compilation.errors.every(error => error.message !== message)) compilation.errors.push(new webpack.WebpackError(message));
  return mark;
}

const isText = (path: string): boolean => /\.(js|css|json|map|html|svg|txt)$/.test(path);

/** The bytes of an asset. */
export function contentOf(compilation: Compilation, path: string): Buffer {
  const content = compilation.getAsset(path)?.source.source() ?? '';
  return Buffer.isBuffer(content) ? content : Buffer.from(content);
}

// Source maps and the manifest of the federation plugin are left out: they don't run.
function contentName(compilation: Compilation): string {
  const hash = createHash('sha256');
  for (const path of Object.keys(compilation.assets).sort()) {
    if (!/\.(map|json)$/.test(path)) hash.update(path).update('\0').update(contentOf(compilation, path));
  }
  return hash.digest('hex').slice(0, 8);
}

function replaceInAssets(compilation: Compilation, change: (text: string) => string): void {
  const { RawSource } = compilation.compiler.webpack.sources;
  for (const path of Object.keys(compilation.assets).filter(isText)) {
    const text = contentOf(compilation, path).toString('utf8');
    const changed = change(text);
    // The name's hash was made before this change, so a file of that name on disk may hold other bytes.
    if (changed !== text) compilation.updateAsset(path, new RawSource(changed), { immutable: false });
  }
}

function lazyDigests(compilation: Compilation): Map<string, string> {
  const digests = new Map<string, string>();
  for (const chunk of compilation.chunks) {
    for (const [kind, path] of chunkFiles(chunk)) {
      const integrity = integrityOf(contentOf(compilation, path));
      digests.set(digestPlaceholder(kind + chunk.id), integrity.slice('sha384-'.length));
    }
  }
  return digests;
}

function chunkFiles(chunk: Chunk): [string, string][] {
  return [...chunk.files].filter(path => /\.(js|css)$/.test(path)).map(path => [path.endsWith('.js') ? 'js' : 'css', path]);
}
