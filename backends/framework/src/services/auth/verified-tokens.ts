const entryLimit = 2_000;
const keepMs = 30_000;

/** Remembers tokens that were found valid, since each signature check costs more than most answers. */
export interface VerifiedTokens<T> {
  get(token: string): T | undefined;
  add(token: string, value: T, expiresAt: Date | undefined): void;
}

/** Holds at most 2,000 tokens for 30 s each, and never longer than they are valid. */
export function createVerifiedTokens<T>(): VerifiedTokens<T> {
  const entries = new Map<string, { value: T; until: number }>();
  return {
    get(token) {
      const entry = entries.get(token);
      if (!entry) return undefined;
      if (entry.until > Date.now()) return entry.value;
      entries.delete(token);
      return undefined;
    },
    add(token, value, expiresAt) {
      const oldest = entries.size >= entryLimit ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      entries.set(token, { value, until: Math.min(Date.now() + keepMs, expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) });
    },
  };
}
