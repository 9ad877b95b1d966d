import { readFile } from 'node:fs/promises';
import { configErrors } from '@portico/errors';
import type { ErrorDetail } from '@portico/errors';
import { parseDocument } from 'yaml';
import { createFault } from './fault.ts';
import type { JsonValue } from '../json.ts';

/** What a file holds, or why it can't be read. */
export type ReadResult = { readonly value: JsonValue; readonly faults?: never } | { readonly faults: readonly ErrorDetail[] };

/** Says in a few words why a file could not be read. */
export function readFailure(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'an unknown failure';
  const words: Record<string, string> = { ENOENT: 'no such file', EACCES: 'no permission to read it', EISDIR: 'a folder' };
  return words[code] ?? code;
}

/**
 * Reads YAML (and so JSON). Syntax faults name file, line and column.
 *
 * @param file - absolute path
 * @param name - how messages call the file
 */
export async function readYaml(file: string, name: string): Promise<ReadResult> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    return { faults: [createFault(configErrors.FILE_UNREADABLE, { file: name, reason: readFailure(error) })] };
  }
  const document = parseDocument(content, { merge: true, prettyErrors: true });
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map(error => {
        const at = error.linePos?.[0] ?? { line: 1, col: 1 };
        // The library appends position and an excerpt, which might show a secret.
        const reason = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
        return createFault(configErrors.FILE_SYNTAX, { file: name, line: at.line, column: at.col, reason });
      }),
    };
  }
  try {
    return { value: (document.toJS() ?? {}) as JsonValue };
  } catch (error) {
    // Aliases are resolved here: an unknown one, or far too many of them.
    const reason = (error as Error).message;
    return { faults: [createFault(configErrors.FILE_SYNTAX, { file: name, line: 1, column: 1, reason })] };
  }
}
