import { createHash, timingSafeEqual } from 'node:crypto';
import type { ConfigReader } from '@portico/config';
import { readAccessRestrictions, restrictionIn } from './access-restrictions.ts';
import type { AccessRestrictions } from './access-restrictions.ts';
import type { ServicePrincipal } from './credentials.ts';

/** A program's token as the configuration gives it. */
export interface StaticAccess {
  readonly token: string;
  readonly subject: string;
  readonly roles?: readonly string[];
  readonly restrictions?: AccessRestrictions;
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
      restrictions: readAccessRestrictions(entry),
    }));
}

/** Finds the owner of a token, as one plugin sees it. */
export type StaticAccessCheck = (token: string, pluginId: string) => ServicePrincipal | undefined;

/**
 * Takes the same time whichever entry fits, and when none does. Throws FRAMEWORK_TOKEN_RESTRICTED for a token that is for
 * other plugins.
 */
export function createStaticAccessCheck(entries: readonly StaticAccess[]): StaticAccessCheck {
  const known = entries.map(entry => ({ digest: digestOf(entry.token), entry }));
  return (token, pluginId) => {
    const digest = digestOf(token);
    const found = known.filter(one => timingSafeEqual(one.digest, digest))[0]?.entry;
    if (!found) return undefined;
    return { type: 'service', subject: found.subject, roles: found.roles ?? [], ...restrictionIn(pluginId, found.restrictions) };
  };
}
