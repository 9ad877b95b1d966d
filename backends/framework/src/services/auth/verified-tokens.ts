import type { UserPrincipal } from './credentials.ts';

const entryLimit = 2_000;
const keepMs = 30_000;

/** Remembers tokens that were found valid, since each signature check costs more than most answers. */
export interface VerifiedTokens {
  get(token: string): UserPrincipal | undefined;
  add(token: string, principal: UserPrincipal): void;
}

/** Holds at most 2,000 tokens for 30 s each, and never longer than they are valid. */
export function createVerifiedTokens(): VerifiedTokens {
  const entries = new Map<string, { principal: UserPrincipal; until: number }>();
  return {
    get(token) {
      const entry = entries.get(token);
      if (!entry) return undefined;
      if (entry.until > Date.now()) return entry.principal;
      entries.delete(token);
      return undefined;
    },
    add(token, principal) {
      const oldest = entries.size >= entryLimit ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      const until = Math.min(Date.now() + keepMs, principal.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY);
      entries.set(token, { principal, until });
    },
  };
}
