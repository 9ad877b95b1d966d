import { createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createError, messageOf, registryErrors } from '@portico/errors';

/** Comes before the 32 bytes of an ed25519 key in its DER form. */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Name of the file beside the manifest that holds its signature: ed25519 over the bytes of the manifest, in base64. */
export const signatureFile = 'portico-plugin.sig';

function parseKey(text: string): KeyObject {
  if (text.includes('-----BEGIN')) return createPublicKey(text);
  return createPublicKey({ key: Buffer.concat([derPrefix, Buffer.from(text, 'base64')]), format: 'der', type: 'spki' });
}

/**
 * Reads the public key of a publisher: PEM, or its 32 bytes in base64.
 *
 * @throws REGISTRY_KEY_INVALID
 */
export function readPublisherKey(text: string): KeyObject {
  let key: KeyObject;
  try {
    key = parseKey(text.trim());
  } catch (cause) {
    throw createError(registryErrors.KEY_INVALID, { reason: messageOf(cause).slice(0, 100) }, { cause });
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw createError(registryErrors.KEY_INVALID, { reason: `a key of type ${key.asymmetricKeyType}` });
}

/** Whether a signature is the publisher's, over these bytes of a manifest. */
export function isSignedBy(publicKey: string, manifestBytes: Buffer, signature: string): boolean {
  try {
    return verify(null, manifestBytes, readPublisherKey(publicKey), Buffer.from(signature.trim(), 'base64'));
  } catch {
    return false;
  }
}
