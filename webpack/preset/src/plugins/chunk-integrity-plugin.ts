import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack, { type Chunk, type Compilation, type Compiler } from 'webpack';
import { chunkTimeLimitSeconds } from '../base-config.ts';
import { digestPlaceholder } from './digests.ts';

const digestOf = '__webpack_require__.digestOf';
const { RuntimeGlobals, RuntimeModule, runtime } = webpack;

/** The runtime's table of digests. A chunk that is not in it is not loaded. */
class DigestTableModule extends RuntimeModule {
  constructor() {
    super('portico chunk digests', RuntimeModule.STAGE_BASIC);
  }

  override generate(): string {
    const { compilation, chunk } = this;
    const table: Record<string, string> = {};
    for (const other of chunk?.getAllReferencedChunks() ?? []) {
      if (other === chunk) continue;
      for (const file of compilation ? lazyFileKinds(compilation, other) : []) {
        table[file + other.id] = digestPlaceholder(file + other.id);
      }
    }
    return [
      `var digests = ${JSON.stringify(table, Object.keys(table).sort())};`,
      `${digestOf} = function (key) {`,
      '  if (!digests[key]) throw Error("Refused: no digest is recorded for chunk " + key);',
      '  return "sha384-" + digests[key];',
      '};',
    ].join('\n');
  }
}

/** Which files a chunk consists of: `js`, `css`, both, or neither where it only takes shared modules. */
function lazyFileKinds({ chunkGraph }: Compilation, chunk: Chunk): string[] {
  const modules = [...chunkGraph.getChunkModulesIterable(chunk)];
  const js = modules.some(module => chunkGraph.getModuleSourceTypes(module).has('javascript'));
  return [...(js ? ['js'] : []), ...(modules.some(module => module.type === 'css/mini-extract') ? ['css'] : [])];
}

/**
 * Bakes the SHA-384 of every lazy chunk and stylesheet into the entry and makes the browser check them: whoever
 * pins the entry's digest pins the whole build. It fails closed, and gives stylesheets the time limit that
 * webpack gives to scripts. The digests themselves are filled in by `SealPlugin`.
 */
export class ChunkIntegrityPlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('ChunkIntegrityPlugin', compilation => {
      const add = (chunk: Chunk): void => compilation.addRuntimeModule(chunk, new DigestTableModule());
      const seen = new WeakSet<Chunk>();
      compilation.hooks.runtimeRequirementInTree.for(RuntimeGlobals.ensureChunkHandlers).tap('ChunkIntegrityPlugin', chunk => {
        if (seen.has(chunk)) return;
        seen.add(chunk);
        add(chunk);
      });
      runtime.LoadScriptRuntimeModule.getCompilationHooks(compilation).createScript.tap('ChunkIntegrityPlugin', source =>
        [source, `script.integrity = ${digestOf}("js" + chunkId);`].join('\n'),
      );
      MiniCssExtractPlugin.getCompilationHooks(compilation).beforeTagInsert.tap('ChunkIntegrityPlugin', (source, names) =>
        [
          source,
          `${names.tag}.integrity = ${digestOf}("css" + ${names.chunkId});`,
          `var timeLimit = setTimeout(function () { if (${names.tag}.onerror) ${names.tag}.onerror({ type: "timeout" }); }, ${chunkTimeLimitSeconds * 1000});`,
          // A timer that runs on would hold all code of a version that is not shown any more.
          `${names.tag}.addEventListener("load", function () { clearTimeout(timeLimit); });`,
        ].join('\n'),
      );
    });
  }
}
