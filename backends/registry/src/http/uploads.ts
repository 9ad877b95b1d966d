import type { Request, Response } from 'express';
import type { Upload } from '../publishing/read-upload.ts';

const uploadTypes = ['application/gzip', 'application/x-gzip'];

/** The type of a body without its parameters; empty where none is named. */
export function typeOf(request: Request): string {
  return String(request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a request brings a tar.gz. */
export function isUpload(request: Request): boolean {
  return uploadTypes.includes(typeOf(request));
}

/** The upload that a request brings. */
export function uploadOf(request: Request): Upload & { readonly kind: 'upload' } {
  const declared = Number(request.headers['content-length'] ?? NaN);
  return { kind: 'upload', body: request, ...(Number.isFinite(declared) ? { declaredBytes: declared } : {}) };
}

/** Does what reads a request to its end; where it gives up in the middle, the rest is not waited for. */
export async function orHangUp<T>(response: Response, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    response.setHeader('Connection', 'close');
    throw thrown;
  }
}
