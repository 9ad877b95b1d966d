import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { createError, registryErrors } from '@portico/errors';
import { mostInflatedBytes, mostUploadBytes, uploadBudgetMs } from './limits.ts';

const inflate = promisify(gunzip);

function tooLarge(limit: number): Error {
  return createError(registryErrors.UPLOAD_TOO_LARGE, { limit: `${limit} bytes` });
}

/**
 * Reads a body, no more of it than allowed and no longer than allowed.
 *
 * @throws REGISTRY_UPLOAD_TOO_LARGE, REGISTRY_UPLOAD_SLOW
 */
async function readAll(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const slow = createError(registryErrors.UPLOAD_SLOW, { seconds: uploadBudgetMs / 1000 });
  const timer = setTimeout(() => body.destroy(slow), uploadBudgetMs);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostUploadBytes) throw tooLarge(mostUploadBytes);
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads an upload into the bytes of its archive. What inflates to more than allowed is given up as soon as it does.
 *
 * @throws REGISTRY_UPLOAD_TOO_LARGE, REGISTRY_UPLOAD_SLOW, REGISTRY_UPLOAD_INVALID
 */
export async function readUpload(body: Readable, declaredBytes: number | undefined): Promise<Buffer> {
  if (declaredBytes !== undefined && declaredBytes > mostUploadBytes) throw tooLarge(mostUploadBytes);
  const compressed = await readAll(body);
  try {
    return (await inflate(compressed, { maxOutputLength: mostInflatedBytes })) as Buffer;
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(mostInflatedBytes);
    throw createError(registryErrors.UPLOAD_INVALID, { reason: 'a body that is not gzip, or only a part of it' }, { cause });
  }
}
