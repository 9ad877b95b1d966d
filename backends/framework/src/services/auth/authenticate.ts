import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import { userTokenType } from './auth-service.ts';
import type { AuthService } from './auth-service.ts';
import type { ServicePrincipal, UserPrincipal } from './credentials.ts';
import type { JwksAccessCheck } from './jwks-access.ts';
import { pluginTokenType } from './plugin-tokens.ts';
import type { PluginTokenCheck } from './plugin-tokens.ts';
import type { RevokedSessions } from './revoked-sessions.ts';
import type { StaticAccessCheck } from './static-access.ts';
import { readTokenHeader } from './token-header.ts';
import { limitUserToken } from './user-token-format.ts';
import type { KnownUser, UserTokens } from './user-tokens.ts';
import type { VerifiedTokens } from './verified-tokens.ts';

/** By what a user is known, for calls in the user's name. */
export interface ProvenCredentials {
  /** Undefined for a token that holds no proof. */
  limitedToken(): string | undefined;
}

interface Verified {
  readonly principal: UserPrincipal | ServicePrincipal;
  readonly sessionId?: string;
}

/** What all plugins of a process share. */
export interface SharedChecks {
  readonly staticAccess: StaticAccessCheck;
  readonly jwksAccess: JwksAccessCheck;
  readonly users: UserTokens;
  readonly plugins: PluginTokenCheck;
  readonly revoked: RevokedSessions;
  readonly verified: VerifiedTokens<Verified>;
  /** By principal. */
  readonly proven: WeakMap<object, ProvenCredentials>;
}

/** Faults that are not the token's: who asks may be right, but not here or not now. */
const passedOn: readonly string[] = [frameworkErrors.KEYS_UNAVAILABLE.code, frameworkErrors.TOKEN_RESTRICTED.code];

/** Makes `authenticate` of one plugin. */
export function createAuthenticate(pluginId: string, checks: SharedChecks): AuthService['authenticate'] {
  const { users, plugins, verified, proven, revoked } = checks;

  function remember(key: string, { principal, sessionId }: KnownUser, limitedToken: () => string | undefined): UserPrincipal {
    proven.set(principal, { limitedToken });
    verified.add(key, { principal, ...(sessionId === undefined ? {} : { sessionId }) }, principal.expiresAt);
    return principal;
  }

  async function pluginPrincipal(key: string, token: string): Promise<UserPrincipal | ServicePrincipal> {
    const claims = await plugins.verify(token, pluginId);
    const service: ServicePrincipal = { type: 'service', subject: `plugin:${claims.pluginId}`, roles: [] };
    const limited = claims.onBehalfOf;
    if (limited === undefined) {
      verified.add(key, { principal: service }, claims.expiresAt);
      return service;
    }
    if (!readTokenHeader(limited)) throw createError(frameworkErrors.UNAUTHENTICATED);
    const { principal, ...user } = await users.verifyLimited(limited);
    const actor = { type: 'service', subject: service.subject } as const;
    return remember(key, { ...user, principal: { ...principal, expiresAt: claims.expiresAt, actor } }, () => limited);
  }

  async function principalOf(token: string): Promise<UserPrincipal | ServicePrincipal> {
    const fixed = checks.staticAccess(token, pluginId);
    if (fixed) return fixed;
    const header = readTokenHeader(token);
    if (!header) throw createError(frameworkErrors.UNAUTHENTICATED);
    // What is good for one plugin need not be for another.
    const key = header.typ === userTokenType ? token : `${pluginId} ${token}`;
    const known = verified.get(key);
    if (known) {
      if (await revoked.has(known.sessionId)) throw createError(frameworkErrors.UNAUTHENTICATED);
      return known.principal;
    }
    if (header.typ === userTokenType) return remember(key, await users.verify(token), () => limitUserToken(token));
    if (header.typ === pluginTokenType) return pluginPrincipal(key, token);
    const external = await checks.jwksAccess(token, pluginId);
    if (!external) throw createError(frameworkErrors.UNAUTHENTICATED);
    verified.add(key, { principal: external.principal }, external.expiresAt);
    return external.principal;
  }

  return async token => {
    try {
      return { principal: await principalOf(token) };
    } catch (thrown) {
      if (isPorticoError(thrown) && passedOn.includes(thrown.code)) throw thrown;
      throw createError(frameworkErrors.UNAUTHENTICATED, {}, { cause: thrown });
    }
  };
}
