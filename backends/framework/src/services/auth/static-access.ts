import { createHash, timingSafeEqual } from 'node:crypto';
import type { ConfigReader } from '@portico/config';
import type { ServicePrincipal } from './credentials.ts';

/** A program's token as the configuration gives it. */
export interface StaticAccess {
  readonly token: string;
  readonly subject: string;
  readonly roles?: readonly string[];
}

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** The static tokens of `backend.auth.externalAccess`. */
export function readStaticAccess(config: ConfigReader): StaticAccess[] {
  const entries = config.getOptionalConfigArray('backend.auth.externalAccess') ?? [];
  return entries
    .filter(entry => entry.getString('type') === 'static')
    .map(entry => ({
      token: entry.getString('options.token'),
      subject: entry.getString('options.subject'),
      roles: entry.getOptionalStringArray('options.roles') ?? [],
    }));
}

/** Finds the owner of a token; takes the same time whichever entry fits, and when none does. */
export function createStaticAccessCheck(entries: readonly StaticAccess[]): (token: string) => ServicePrincipal | undefined {
  const known = entries.map(({ token, subject, roles = [] }) => ({
    digest: digestOf(token),
    principal: { type: 'service', subject, roles } as const,
  }));
  return token => {
    const digest = digestOf(token);
    return known.filter(entry => timingSafeEqual(entry.digest, digest))[0]?.principal;
  };
}
