import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack, { type Configuration } from 'webpack';
import type { CompileFault, CompileResult } from './messages.ts';

// One package per process: webpack's memory ends with it.
const directory = process.argv[2] ?? '.';

/** An error of webpack; those of the remote checks carry their finding. */
interface CompileError extends Error {
  readonly finding?: CompileFault;
  readonly module?: { readonly resource?: string } | null;
  readonly file?: string;
}

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function faultOf(error: CompileError): CompileFault {
  if (error.finding) return error.finding;
  const path = error.module?.resource ?? error.file ?? '';
  return {
    rule: 'webpack',
    path: path.replace(`${directory}/`, ''),
    message: error.message.replace(colours, '').trim(),
    fix: 'Correct the file that the message names',
  };
}

function compile(config: Configuration): Promise<CompileResult> {
  return new Promise((resolve, reject) => {
    const compiler = webpack(config);
    if (!compiler) return;
    compiler.run((failure, stats) => {
      // Closing writes the cache for the next build.
      compiler.close(() => {
        if (failure) return reject(failure);
        const errors = stats?.compilation.errors ?? [];
        // Without those that the configuration knows and ignores.
        const warnings = stats?.compilation.getWarnings() ?? [];
        resolve({ faults: errors.map(one => faultOf(one)), warnings: warnings.map(one => faultOf(one)) });
      });
    });
  });
}

async function run(): Promise<CompileResult> {
  try {
    const { default: config } = (await import(pathToFileURL(join(directory, 'webpack.config.ts')).href)) as { default: Configuration };
    return await compile(config);
  } catch (thrown) {
    const { message, fix } = thrown as { readonly message?: string; readonly fix?: string };
    const fault = { rule: 'configuration', path: 'webpack.config.ts', message: message ?? String(thrown), fix: fix ?? 'Correct webpack.config.ts' };
    return { faults: [fault], warnings: [] };
  }
}

const result = await run();
process.send?.(result, () => process.exit(0));
