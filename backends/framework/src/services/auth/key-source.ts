import { createError, frameworkErrors, messageOf } from '@portico/errors';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';

const freshMs = 5 * 60_000;
/** While the keys can't be read again, those that are known count for so long. */
const keptMs = 60 * 60_000;
const pauseMs = 1_000;
const timeLimitMs = 5_000;
const longestBody = 262_144;
const mostKeys = 500;
const mostWaiting = 50;

/** Where public keys are read. */
export interface KeySourceOptions {
  /** Address of a JSON Web Key Set. */
  readonly url: () => Promise<string> | string;
  /** Named in errors: `the plugin auth`. */
  readonly owner: string;
  /** True where an address that is not there means: no keys. */
  readonly mayBeMissing?: boolean;
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > longestBody) break;
    chunks.push(chunk as Uint8Array);
  }
  return length > longestBody ? '' : Buffer.concat(chunks).toString();
}

async function fetchKeys({ url, owner, mayBeMissing }: KeySourceOptions): Promise<JSONWebKeySet> {
  try {
    const response = await fetch(await url(), { redirect: 'error', signal: AbortSignal.timeout(timeLimitMs) });
    if (response.status === 404 && mayBeMissing) return { keys: [] };
    const text = await readBounded(response);
    if (!response.ok) throw createError(frameworkErrors.KEYS_UNAVAILABLE, { owner, received: `status ${response.status}` });
    const { keys } = JSON.parse(text) as JSONWebKeySet;
    return { keys: keys.slice(0, mostKeys) };
  } catch (cause) {
    throw createError(frameworkErrors.KEYS_UNAVAILABLE, { owner, received: messageOf(cause) }, { cause });
  }
}

const isUnknownKey = (thrown: unknown) => (thrown as { code?: unknown } | null)?.code === 'ERR_JWKS_NO_MATCHING_KEY';
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Finds the key of a token in a key set that is read over HTTP. Known keys are used for 5 minutes, then read again in the
 * background; an unknown key makes it read at once, but at most once a second, however many tokens ask for it.
 *
 * @returns for `jwtVerify` of jose; throws FRAMEWORK_KEYS_UNAVAILABLE where the keys can't be had
 */
export function createKeySource(options: KeySourceOptions): JWTVerifyGetKey {
  let known: JWTVerifyGetKey | undefined;
  let readAt = -Infinity;
  let triedAt = -Infinity;
  let reading: Promise<void> | undefined;
  let waiting = 0;

  async function read(): Promise<void> {
    const early = triedAt + pauseMs - performance.now();
    if (early > 0) await pause(early);
    triedAt = performance.now();
    const { createLocalJWKSet } = await import('jose');
    known = createLocalJWKSet(await fetchKeys(options));
    readAt = performance.now();
  }
  const readOnce = () => (reading ??= read().finally(() => (reading = undefined)));

  async function keys(): Promise<JWTVerifyGetKey> {
    const age = performance.now() - readAt;
    if (age > freshMs && known) readOnce().catch(() => undefined);
    if (known && age < keptMs) return known;
    await readOnce();
    return known as JWTVerifyGetKey;
  }

  return async (header, token) => {
    try {
      return await (await keys())(header, token);
    } catch (thrown) {
      if (!isUnknownKey(thrown) || waiting >= mostWaiting) throw thrown;
      waiting += 1;
      await readOnce().finally(() => (waiting -= 1));
      return (known as JWTVerifyGetKey)(header, token);
    }
  };
}
