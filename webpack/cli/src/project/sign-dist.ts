import { createPrivateKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildErrors, createError, messageOf } from '@portico/errors';
import { manifestFileName } from '@portico/manifest';
import { signatureFileName } from './read-dist.ts';

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
    throw createError(buildErrors.KEY_INVALID, { file, reason: `a key of type ${key.asymmetricKeyType}` });
  } catch (cause) {
    // The reason may not hold a part of the key.
    const reason = (cause as { code?: string }).code ?? 'something else';
    throw createError(buildErrors.KEY_INVALID, { file, reason: reason === buildErrors.KEY_INVALID.code ? messageOf(cause) : reason }, { cause });
  }
}

/**
 * Signs the manifest of a build, which holds the digests of all its files, with a private ed25519 key in PEM.
 *
 * @throws buildErrors.KEY_INVALID
 */
export function signDist(directory: string, keyFile: string): void {
  const signature = sign(null, readFileSync(join(directory, manifestFileName)), readKey(keyFile));
  writeFileSync(join(directory, signatureFileName), `${signature.toString('base64')}\n`);
}
