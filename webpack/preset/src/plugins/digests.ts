import { createHash } from 'node:crypto';

const markStart = 'porticodigest';

/** 64 characters that stand for the digest of a chunk's file until its bytes are final. */
export function digestPlaceholder(key: string): string {
  return (markStart + createHash('sha256').update(key).digest('hex')).slice(0, 64);
}

/** Finds the placeholders in a text. */
export const digestMark = new RegExp(`${markStart}[0-9a-f]{51}`, 'g');

/** Eight characters that stand for the content's hash in the federation name until the content is known. */
export const contentPlaceholder = 'p0rt1c0x';
