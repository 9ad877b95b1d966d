import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { integrityPattern, parseShape } from '@portico/contracts';
import { appErrors, createError } from '@portico/errors';
import * as v from 'valibot';

const fileSchema = v.object({
  /** Below `/assets/`. */
  path: v.pipe(v.string(), v.regex(/^\w[\w.-]*(\/\w[\w.-]*)*$/)),
  integrity: v.pipe(v.string(), v.regex(integrityPattern)),
  type: v.optional(v.picklist(['script', 'module'])),
});

const pageSchema = v.object({
  scripts: v.pipe(v.array(fileSchema), v.minLength(1)),
  styles: v.array(fileSchema),
  /** What the shell fetches next for somebody who is signed in. */
  signedIn: v.optional(v.object({ scripts: v.array(fileSchema), styles: v.array(fileSchema) })),
});

/** A file that the page names. */
export type PageFile = v.InferOutput<typeof fileSchema>;

/** What the page needs to start the shell. */
export type PageFiles = v.InferOutput<typeof pageSchema>;

/** The built shell. */
export interface ShellBuild {
  /** Absolute path of the folder of the hashed files. */
  readonly assetsDirectory: string;
  readonly page: PageFiles;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads `page.json` of the shell's build.
 *
 * @throws APP_SHELL_MISSING, APP_SHELL_INVALID
 */
export async function readShellBuild(directory: string | undefined): Promise<ShellBuild> {
  if (directory === undefined) throw createError(appErrors.SHELL_MISSING, { directory: 'app.shellDirectory', reason: 'no folder configured' });
  const file = join(directory, 'page.json');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw createError(appErrors.SHELL_MISSING, { directory, reason: 'no readable page.json' }, { cause });
  });
  const parsed = parseShape(pageSchema, parseJson(text));
  if (!parsed.ok) {
    const { path = '', message = '' } = parsed.faults[0] ?? {};
    throw createError(appErrors.SHELL_INVALID, { file, path: path || 'the top level', reason: message });
  }
  return { assetsDirectory: join(directory, 'assets'), page: parsed.value };
}
