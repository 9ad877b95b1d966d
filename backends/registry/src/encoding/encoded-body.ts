import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Content codings, best first. */
export type ContentCoding = 'br' | 'gzip' | 'identity';

/** A body in the codings that browsers take, each made once. */
export interface EncodedBody {
  /** Without quotes. Stands for the bytes before any coding. */
  readonly tag: string;
  readonly identity: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** Compresses a body in both ways; a coding that saves less than a tenth is left out. */
export async function encodeBody(body: Buffer, tag?: string): Promise<EncodedBody> {
  const [br, zipped] = await Promise.all([
    toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    toGzip(body, { level: 9 }),
  ]);
  const worthIt = (coded: Buffer): boolean => coded.length < body.length * 0.9;
  return {
    tag: tag ?? createHash('sha256').update(body).digest('base64url'),
    identity: body,
    ...(worthIt(br) ? { br } : {}),
    ...(worthIt(zipped) ? { gzip: zipped } : {}),
  };
}
