import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import type { DescribeAnswer, DescribeRequest } from './messages.ts';

const timeLimitMs = 30_000;

/** Asks a child process to describe a plugin. Never throws: whatever goes wrong there is the answer. */
export function askForDescription(request: DescribeRequest): Promise<DescribeAnswer> {
  return new Promise(resolve => {
    const child = fork(join(import.meta.dirname, `main${extname(import.meta.filename)}`), [], {
      execArgv: ['--conditions=@portico/source', '--no-warnings'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let output = '';
    const late = setTimeout(() => finish({ fault: `No answer within ${timeLimitMs / 1000} s` }), timeLimitMs);
    const finish = (answer: DescribeAnswer): void => {
      clearTimeout(late);
      child.kill('SIGKILL');
      resolve(answer);
    };
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-2000)));
    child.once('message', answer => finish(answer as DescribeAnswer));
    child.once('error', thrown => finish({ fault: thrown.message }));
    child.once('exit', code => finish({ fault: `Ended with code ${code}. ${output.trim()}` }));
    child.send(request);
  });
}
