import type { Request, Response } from 'express';
import type { ContentCoding, EncodedBody } from '../encoding/encoded-body.ts';

function choose(request: Request, body: EncodedBody): [coding: ContentCoding, bytes: Buffer] {
  const offered: ContentCoding[] = [...(body.br ? ['br' as const] : []), ...(body.gzip ? ['gzip' as const] : []), 'identity'];
  // Asked one by one: browsers name gzip first, and mean nothing by that.
  const accepts = (coding: ContentCoding): boolean => request.acceptsEncodings(coding) !== false;
  const coding = request.headers['accept-encoding'] === undefined ? 'identity' : (offered.find(accepts) ?? 'identity');
  return [coding, body[coding] ?? body.identity];
}

/** Each coding of a body has an entity tag of its own; any of them proves that the client has the body. */
function isKnown(request: Request, tag: string): boolean {
  const sent = request.headers['if-none-match'];
  if (sent === undefined) return false;
  const tags = sent.split(',').map(one => one.trim().replace(/^W\//, ''));
  return tags.some(one => one === '*' || one === `"${tag}"` || one === `"${tag}-br"` || one === `"${tag}-gzip"`);
}

/** Answers with a body in the best coding that the client takes, or with 304. Set all other headers first. */
export function sendEncoded(request: Request, response: Response, body: EncodedBody): void {
  const [coding, bytes] = choose(request, body);
  response.setHeader('ETag', coding === 'identity' ? `"${body.tag}"` : `"${body.tag}-${coding}"`);
  response.vary('Accept-Encoding');
  if (isKnown(request, body.tag)) {
    response.removeHeader('Content-Type');
    response.status(304).end();
    return;
  }
  if (coding !== 'identity') response.setHeader('Content-Encoding', coding);
  response.setHeader('Content-Length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
