import type { CryptoKey, JWK } from 'jose';
import { sessionLifetimeMs } from '../sessions/session-lifetime.ts';
import type { KeyStore, StoredKey } from './key-store.ts';

/** A new key is made when the newest is older. */
export const keySignsMs = 30 * 24 * 60 * 60 * 1000;
/** A key is published for as long as a session that it signed can live. */
const keyVerifiesMs = keySignsMs + sessionLifetimeMs;

/** The algorithm of all session tokens. */
export const algorithm = 'ES256';

/** The keys that sign sessions and prove them. */
export interface SigningKeys {
  /** The key for new sessions; made when there is none that is young enough. */
  current(): Promise<{ readonly kid: string; readonly privateKey: CryptoKey }>;
  /** Public keys of all sessions that may still be valid, newest first. */
  published(): Promise<{ readonly keys: JWK[] }>;
}

function publicPart({ kid, privateJwk }: StoredKey): JWK {
  const { d: _private, ...publicJwk } = privateJwk;
  return { ...publicJwk, kid, alg: algorithm, use: 'sig' };
}

/**
 * Makes, rotates and publishes keys.
 *
 * @param now - the time in milliseconds since 1970
 */
export function createSigningKeys(store: KeyStore, now: () => number = Date.now): SigningKeys {
  let making: Promise<StoredKey> | undefined;

  async function make(): Promise<StoredKey> {
    const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import('jose');
    const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const privateJwk = await exportJWK(privateKey);
    const key = { kid: await calculateJwkThumbprint(privateJwk), privateJwk, createdAtMs: now() };
    await store.add(key);
    await store.removeBefore(now() - keyVerifiesMs);
    return key;
  }

  async function newest(): Promise<StoredKey> {
    const [known] = await store.listSince(now() - keySignsMs);
    if (known) return known;
    making ??= make().finally(() => (making = undefined));
    return making;
  }

  return {
    async current() {
      const { importJWK } = await import('jose');
      const { kid, privateJwk } = await newest();
      return { kid, privateKey: (await importJWK(privateJwk, algorithm)) as CryptoKey };
    },
    async published() {
      await newest();
      return { keys: (await store.listSince(now() - keyVerifiesMs)).map(publicPart) };
    },
  };
}
