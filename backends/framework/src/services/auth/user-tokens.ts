import { createError, frameworkErrors } from '@portico/errors';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { userTokenAudience, userTokenType } from './auth-service.ts';
import type { UserPrincipal } from './credentials.ts';

/** Reads a user token; rejects for anything that is none. */
export type UserTokenCheck = (token: string) => Promise<UserPrincipal>;

const isStringArray = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string');

function principalOf(payload: JWTPayload): UserPrincipal {
  const { sub, ent, roles, exp } = payload;
  if (!sub || !isStringArray(ent) || !isStringArray(roles)) throw createError(frameworkErrors.UNAUTHENTICATED);
  return {
    type: 'user',
    userEntityRef: sub,
    ownershipEntityRefs: ent,
    roles,
    ...(exp === undefined ? {} : { expiresAt: new Date(exp * 1000) }),
  };
}

/** Faults of fetching the keys, as against faults of the token. */
function isKeySourceFault(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('ERR_J')) return !(thrown instanceof SyntaxError);
  return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JWKS_INVALID' || code === 'ERR_JOSE_GENERIC';
}

/** Checks user tokens against the public keys of the auth plugin, which are fetched when needed and kept. */
export function createUserTokenCheck(authBaseUrl: () => Promise<string>): UserTokenCheck {
  let keys: JWTVerifyGetKey | undefined;
  return async token => {
    const { createRemoteJWKSet, jwtVerify } = await import('jose');
    keys ??= createRemoteJWKSet(new URL(`${await authBaseUrl()}/.well-known/jwks.json`));
    const verified = jwtVerify(token, keys, {
      algorithms: ['ES256'],
      typ: userTokenType,
      audience: userTokenAudience,
      requiredClaims: ['sub', 'iat', 'exp'],
    });
    const { payload } = await verified.catch((thrown: unknown) => {
      if (isKeySourceFault(thrown)) throw createError(frameworkErrors.AUTH_UNAVAILABLE, {}, { cause: thrown });
      throw thrown;
    });
    return principalOf(payload);
  };
}
