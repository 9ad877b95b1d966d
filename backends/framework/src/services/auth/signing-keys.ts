import type { CryptoKey, JWK } from 'jose';

/** The algorithm of all tokens that plugins make. */
export const tokenAlgorithm = 'ES256';

/** A public key that tokens may still be checked with. */
export interface PublicKey {
  readonly kid: string;
  readonly publicJwk: JWK;
  /** Milliseconds since 1970 after which no token of this key can be valid. */
  readonly expiresAtMs: number;
}

/** Keeps public keys where all replicas find them. */
export interface PublicKeyStore {
  add(key: PublicKey): Promise<void>;
  /** Keys that end after the instant. */
  listAfter(instantMs: number): Promise<readonly PublicKey[]>;
  removeBefore(instantMs: number): Promise<void>;
}

/** What `createSigningKeys` takes. */
export interface SigningKeysOptions {
  readonly store: PublicKeyStore;
  /** A new key is made when the present one is older, in milliseconds. */
  readonly signsMs: number;
  /** Longest life of a token, in milliseconds. */
  readonly tokensLiveMs: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A key pair of this process; its private half never leaves it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

/** The keys that sign tokens and prove them. */
export interface SigningKeys {
  /** The key for new tokens; made, and its public half published, when there is none that is young enough. */
  current(): Promise<SigningKey>;
  /** Public keys of all tokens that may still be valid, of all replicas. */
  published(): Promise<{ readonly keys: JWK[] }>;
}

/**
 * Makes, rotates and publishes keys. Each process signs with a key of its own that lives in its memory only; what it
 * stores is the public half, which stays published for as long as a token of it can live, also after the process has ended.
 */
export function createSigningKeys({ store, signsMs, tokensLiveMs, now = Date.now }: SigningKeysOptions): SigningKeys {
  let own: (SigningKey & { readonly signsUntil: number }) | undefined;
  let making: Promise<SigningKey> | undefined;
  let lastPublished: JWK[] | undefined;

  async function make(): Promise<SigningKey> {
    const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import('jose');
    const { privateKey, publicKey } = await generateKeyPair(tokenAlgorithm);
    const publicJwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    await store.add({ kid, publicJwk, expiresAtMs: now() + signsMs + tokensLiveMs });
    await store.removeBefore(now());
    own = { kid, privateKey, signsUntil: now() + signsMs };
    return own;
  }

  return {
    async current() {
      if (own && own.signsUntil > now()) return own;
      making ??= make().finally(() => (making = undefined));
      return making;
    },
    async published() {
      try {
        const keys = await store.listAfter(now());
        lastPublished = keys.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: tokenAlgorithm, use: 'sig' }));
      } catch (thrown) {
        // A database that is away must not take valid tokens with it.
        if (!lastPublished) throw thrown;
      }
      return { keys: lastPublished };
    },
  };
}
