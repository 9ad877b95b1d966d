import { spawn } from 'node:child_process';
import { createError, gitErrors } from '@portico/errors';

const mostOutputBytes = 256 * 1024 * 1024;
const longestReason = 400;

/** One git command on a bare repository. */
export interface GitCommand {
  readonly directory: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** Kills the command. */
  readonly signal?: AbortSignal | undefined;
}

/** What git said, without what must not be seen: user names and tokens in URLs. */
function reasonOf(stderr: string): string {
  const lines = stderr.split('\n').filter(line => /^(fatal|error|remote):/.test(line));
  const text = (lines.length > 0 ? lines.join(' ') : stderr.trim()) || 'it said nothing';
  return text.replace(/\/\/[^/@\s]+@/g, '//').slice(0, longestReason);
}

/**
 * Runs git and gives what it wrote.
 *
 * @throws gitErrors.GIT_MISSING, gitErrors.GIT_FAILED
 */
export function runGit({ directory, args, input, signal }: GitCommand): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--git-dir', directory, ...args], { stdio: ['pipe', 'pipe', 'pipe'], signal });
    const chunks: Buffer[] = [];
    let bytes = 0;
    let stderr = '';
    const fail = (reason: string) => reject(createError(gitErrors.GIT_FAILED, { command: args[0] ?? '', reason }));
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostOutputBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => (stderr = `${stderr}${chunk.toString()}`.slice(-10_000)));
    // git may end before it has read everything; its exit code tells what was wrong.
    child.stdin.on('error', () => undefined);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') reject(createError(gitErrors.GIT_MISSING, {}));
      else fail(error.name === 'AbortError' ? 'the time was up' : error.message);
    });
    child.on('close', code => {
      if (bytes > mostOutputBytes) fail(`it wrote more than ${mostOutputBytes} bytes`);
      else if (code === 0) resolve(Buffer.concat(chunks));
      else fail(reasonOf(stderr));
    });
    child.stdin.end(input);
  });
}
