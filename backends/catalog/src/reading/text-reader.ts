import { stat } from 'node:fs/promises';
import type { UrlReaderService } from '@portico/backend-framework';
import { assertInside, decodeText, readConfinedFile } from './confined-file.ts';
import { locationOf } from './source.ts';
import type { SourceSpec } from './source.ts';
import { longestFileBytes } from './longest-file.ts';

const urlTimeoutMs = 15_000;

/** What came of reading a source. `signature` changes when the source changes. */
export type TextRead =
  | { readonly status: 'ok'; readonly text: string; readonly signature: string }
  | { readonly status: 'unchanged' }
  | { readonly status: 'missing'; readonly message: string };

/** Reads files and URLs as text. Faults are thrown. */
export interface TextReader {
  /**
   * @param options - `folder`: files outside of it are refused; `signature`: of an earlier read, gives `unchanged`
   */
  read(spec: SourceSpec, options: { folder?: string | undefined; signature?: string | undefined }): Promise<TextRead>;
}

/** The state of a file that changes when it is written; undefined when there is no such file. */
export async function fileSignature(path: string): Promise<string | undefined> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs}:${size}:${ino}`;
  } catch {
    return undefined;
  }
}

/** Makes a reader that gets URLs through the portal's leashed outbound client. */
export function createTextReader(urlReader: Pick<UrlReaderService, 'readUrl'>): TextReader {
  async function readFile(path: string, folder: string, known: string | undefined): Promise<TextRead> {
    assertInside(path, folder);
    const signature = await fileSignature(path);
    if (signature === undefined) return { status: 'missing', message: `Expected a file at ${path}, found none` };
    if (signature === known) return { status: 'unchanged' };
    return { status: 'ok', text: await readConfinedFile(path, folder), signature };
  }

  async function readUrl(url: string, etag: string | undefined): Promise<TextRead> {
    const options = { maxBytes: longestFileBytes, timeoutMs: urlTimeoutMs, ...(etag ? { etag } : {}) };
    const answer = await urlReader.readUrl(url, options);
    if (answer.status === 'not-modified') return { status: 'unchanged' };
    return {
      status: 'ok',
      text: decodeText(answer.body, locationOf({ type: 'url', target: url })),
      signature: answer.etag ?? '',
    };
  }

  return {
    read: (spec, { folder, signature }) =>
      spec.type === 'file' ? readFile(spec.target, folder ?? spec.target, signature) : readUrl(spec.target, signature),
  };
}
