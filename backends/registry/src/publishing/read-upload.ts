import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import { createError, registryErrors } from '@portico/errors';
import { mostInflatedBytes, mostUploadBytes } from './limits.ts';

const inflate = promisify(gunzip);

function tooLarge(limit: number): Error {
  return createError(registryErrors.UPLOAD_TOO_LARGE, { limit: `${limit} bytes` });
}

/**
 * Reads a body, no more of it than allowed and no longer than allowed. The rest is left where it is, so that there is a
 * connection to answer on.
 *
 * @throws REGISTRY_UPLOAD_TOO_LARGE, REGISTRY_UPLOAD_SLOW, REGISTRY_UPLOAD_INVALID
 */
async function readAll(body: Readable, limitMs: number): Promise<Buffer> {
  const { promise: whole, resolve, reject } = Promise.withResolvers<void>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  function take(chunk: Buffer): void {
    bytes += chunk.length;
    if (bytes > mostUploadBytes) reject(tooLarge(mostUploadBytes));
    else chunks.push(chunk);
  }
  const breakOff = (): void => reject(createError(registryErrors.UPLOAD_INVALID, { reason: 'a connection that ended in the middle of it' }));
  const timer = setTimeout(() => reject(createError(registryErrors.UPLOAD_SLOW, { seconds: limitMs / 1000 })), limitMs);
  body.on('data', take).once('end', resolve).once('error', breakOff).once('close', breakOff);
  if (body.destroyed) breakOff();
  try {
    await whole;
  } finally {
    clearTimeout(timer);
    body.off('data', take).pause();
  }
  return Buffer.concat(chunks);
}

/** An upload that begins to arrive. */
export interface Upload {
  readonly body: Readable;
  readonly declaredBytes?: number;
}

/**
 * Reads an upload into the bytes of its archive. What inflates to more than allowed is given up as soon as it does.
 *
 * @param limitMs - milliseconds for all of it to arrive
 * @throws REGISTRY_UPLOAD_TOO_LARGE, REGISTRY_UPLOAD_SLOW, REGISTRY_UPLOAD_INVALID
 */
export async function readUpload({ body, declaredBytes }: Upload, limitMs: number): Promise<Buffer> {
  if (declaredBytes !== undefined && declaredBytes > mostUploadBytes) throw tooLarge(mostUploadBytes);
  const compressed = await readAll(body, limitMs);
  try {
    return (await inflate(compressed, { maxOutputLength: mostInflatedBytes })) as Buffer;
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(mostInflatedBytes);
    throw createError(registryErrors.UPLOAD_INVALID, { reason: 'a body that is not gzip, or only a part of it' }, { cause });
  }
}
