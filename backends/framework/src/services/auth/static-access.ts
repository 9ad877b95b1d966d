import { createHash, timingSafeEqual } from 'node:crypto';
import type { ConfigReader } from '@portico/config';
import type { LoggerService } from '../logger/logger-service.ts';
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

/** Tokens of a secret that both sides know, as older Backstage installations use them, open nothing here; the operator is told. */
export function warnOfLegacyAccess(config: ConfigReader, logger: LoggerService): void {
  const entries = config.getOptionalConfigArray('backend.auth.externalAccess') ?? [];
  entries.forEach((entry, index) => {
    if (entry.getString('type') !== 'legacy') return;
    const at = `backend.auth.externalAccess[${index}]`;
    logger.warn(`${at} has no effect: tokens of the type legacy are not accepted. Give the program a token of the type static or jwks.`);
  });
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
