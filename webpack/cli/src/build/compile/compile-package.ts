import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import type { CompileResult } from './messages.ts';

/** Builds one package in a process of its own. Never rejects: what goes wrong is among the faults. */
export function compilePackage(directory: string): Promise<CompileResult> {
  return new Promise(resolve => {
    const child = fork(join(import.meta.dirname, `main${extname(import.meta.filename)}`), [directory], {
      execArgv: ['--conditions=@portico/source', '--no-warnings'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let output = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-4000)));
    let result: CompileResult | undefined;
    child.once('message', message => (result = message as CompileResult));
    child.once('close', code => resolve(result ?? endedEarly(code, output)));
  });
}

function endedEarly(code: number | null, output: string): CompileResult {
  const message = `Expected a result, but the compiling process ended with code ${String(code)}: ${output.trim()}`;
  return { faults: [{ rule: 'webpack', path: '', message, fix: 'Look at the output above; free memory if it was killed' }], warnings: [] };
}
