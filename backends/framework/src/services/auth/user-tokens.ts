import { createError, frameworkErrors } from '@portico/errors';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { userTokenAudience, userTokenType } from './auth-service.ts';
import type { UserPrincipal } from './credentials.ts';
import type { RevokedSessions } from './revoked-sessions.ts';
import { tokenAlgorithm } from './signing-keys.ts';
import { limitedUserTokenType } from './user-token-format.ts';

/** A user with the session that the token belongs to. */
export interface KnownUser {
  readonly principal: UserPrincipal;
  readonly sessionId?: string;
}

/** Reads user tokens; rejects for anything that is none. */
export interface UserTokens {
  verify(token: string): Promise<KnownUser>;
  /** The same for the limited token in a plugin's token. */
  verifyLimited(token: string): Promise<KnownUser>;
}

const isStringArray = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string');

function userOf({ sub, ent, roles, grt, sid, exp }: JWTPayload): KnownUser {
  const session = typeof sid === 'string' ? { sessionId: sid } : {};
  if (!sub || !isStringArray(ent) || !isStringArray(roles)) throw createError(frameworkErrors.UNAUTHENTICATED);
  const principal: UserPrincipal = {
    type: 'user',
    userEntityRef: sub,
    ownershipEntityRefs: ent,
    roles,
    ...(isStringArray(grt) ? { grantedRoles: grt } : {}),
    ...session,
    ...(exp === undefined ? {} : { expiresAt: new Date(exp * 1000) }),
  };
  return { principal, ...session };
}

/** Checks user tokens against the public keys of the auth plugin, and that their session has not been ended. */
export function createUserTokens(keys: JWTVerifyGetKey, revoked: RevokedSessions): UserTokens {
  const options = { algorithms: [tokenAlgorithm], requiredClaims: ['sub', 'iat', 'exp'] };
  async function verify(token: string, rules: { typ: string; audience?: string }): Promise<KnownUser> {
    const { jwtVerify } = await import('jose');
    const { payload } = await jwtVerify(token, keys, { ...options, ...rules });
    const user = userOf(payload);
    if (await revoked.has(user.sessionId)) throw createError(frameworkErrors.UNAUTHENTICATED);
    return user;
  }
  return {
    verify: token => verify(token, { typ: userTokenType, audience: userTokenAudience }),
    verifyLimited: token => verify(token, { typ: limitedUserTokenType }),
  };
}
