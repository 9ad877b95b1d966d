/** What a token says of itself before anything of it is proven. */
export interface TokenHeader {
  readonly alg: string;
  readonly kid?: string;
  readonly typ?: string;
}

const longestToken = 16_384;
const longestHeader = 1_024;
const segments = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const keyId = /^[\w.~+/=:@-]{1,256}$/;
// A token must not bring its own key, nor name where to fetch one, nor ask for rules that nobody here knows.
const refused = ['crit', 'b64', 'jwk', 'jku', 'x5u', 'x5c', 'zip', 'enc'];

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the header of a signed token; undefined for whatever is none, or has a header that no honest issuer writes. */
export function readTokenHeader(token: string): TokenHeader | undefined {
  if (token.length > longestToken || !segments.test(token)) return undefined;
  const encoded = token.slice(0, token.indexOf('.'));
  const header = encoded.length > longestHeader ? undefined : parse(Buffer.from(encoded, 'base64url').toString());
  if (!header || refused.some(name => Object.hasOwn(header, name))) return undefined;
  const { alg, kid, typ } = header;
  if (typeof alg !== 'string' || !/^(ES|RS|PS)(256|384|512)$|^EdDSA$|^Ed25519$/.test(alg)) return undefined;
  if (kid !== undefined && (typeof kid !== 'string' || !keyId.test(kid))) return undefined;
  if (typ !== undefined && typeof typ !== 'string') return undefined;
  return { alg, ...(kid === undefined ? {} : { kid }), ...(typ === undefined ? {} : { typ }) };
}
