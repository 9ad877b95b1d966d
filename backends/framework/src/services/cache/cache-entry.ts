import { createHash } from 'node:crypto';

// A "#" in front marks digests.
const plainKey = /^(?!#)[\x21-\x7e]{1,180}$/;

/** A key as the store gets it: itself where every store takes it, otherwise its digest. */
export function storedKeyOf(key: string): string {
  return plainKey.test(key) ? key : `#${createHash('sha256').update(key).digest('base64url')}`;
}

/** An entry with all that is needed to know whether it may still be shown. */
export interface CacheEntry {
  /** Of the plugin's cache; another one means that the cache was cleared since. */
  readonly generation: string;
  readonly storedKey: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly json: string;
}

/** One line per field, the value last. */
export function writeEntry({ generation, storedKey, expiresAt, json }: CacheEntry): string {
  return `${generation}\n${storedKey}\n${expiresAt}\n${json}`;
}

/** Undefined for what `writeEntry` did not make. */
export function readEntry(text: string): CacheEntry | undefined {
  const [generation, storedKey, expiresAt, ...rest] = text.split('\n', 4);
  if (generation === undefined || storedKey === undefined || expiresAt === undefined || rest.length === 0) return undefined;
  const json = text.slice(generation.length + storedKey.length + expiresAt.length + 3);
  return { generation, storedKey, expiresAt: Number(expiresAt), json };
}
