import type { Dispatcher } from 'undici';
import { createError, frameworkErrors } from '@portico/errors';

/** Collects an answer's body, giving up as soon as it is known to be too large. */
export async function readBody(
  { headers, body }: Pick<Dispatcher.ResponseData, 'headers' | 'body'>,
  { url, maxBytes }: { readonly url: string; readonly maxBytes: number },
): Promise<Buffer> {
  const tooLarge = () => createError(frameworkErrors.READ_TOO_LARGE, { url, limit: maxBytes });
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
