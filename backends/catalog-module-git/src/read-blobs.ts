import { createError, gitErrors } from '@portico/errors';
import { runGit } from './run-git.ts';

/** Reads files by their object names with one git process; text that is not UTF-8 is replaced where it isn't. */
export async function readBlobs(directory: string, objects: readonly string[], signal?: AbortSignal): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (objects.length === 0) return texts;
  const output = await runGit({
    directory,
    args: ['cat-file', '--batch'],
    input: `${objects.join('\n')}\n`,
    ...(signal ? { signal } : {}),
  });
  let at = 0;
  for (const object of objects) {
    const end = output.indexOf(0x0a, at);
    const [name, type, size] = output.toString('latin1', at, end).split(' ');
    if (end < 0 || name !== object || type !== 'blob') {
      throw createError(gitErrors.GIT_FAILED, { command: 'cat-file', reason: `the object ${object} is not there` });
    }
    const start = end + 1;
    at = start + Number(size) + 1;
    texts.set(object, output.toString('utf8', start, at - 1));
  }
  return texts;
}
