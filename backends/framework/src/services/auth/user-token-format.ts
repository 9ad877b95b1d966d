import type { CryptoKey, JWTPayload } from 'jose';
import { userTokenAudience, userTokenType } from './auth-service.ts';
import type { UserTokenClaims } from './auth-service.ts';
import { tokenAlgorithm } from './signing-keys.ts';

/** `typ` of the reduced token that goes along when a plugin asks in a user's name. It opens nothing by itself. */
export const limitedUserTokenType = 'vnd.portico.limited-user';

/** What `signUserToken` takes. */
export interface UserTokenParts {
  readonly claims: UserTokenClaims;
  readonly key: { readonly kid: string; readonly privateKey: CryptoKey };
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

// Whoever holds a user token writes these two parts anew, so the order of the keys is part of the format.
const limitedHeader = (kid: string | undefined) => encode({ alg: tokenAlgorithm, typ: limitedUserTokenType, kid });
const limitedPayload = ({ sub, ent, roles, grt, sid, iat, exp }: JWTPayload & Partial<UserTokenClaims>) =>
  encode({ sub, ent, roles, grt, sid, iat, exp });

/**
 * Signs a user token. It carries the proof (`uip`) by which any plugin can make the limited token from it: only what
 * says who the user is, worth nothing as a credential of its own.
 */
export async function signUserToken({ claims, key, issuedAt: iat, expiresAt: exp }: UserTokenParts): Promise<string> {
  const { CompactSign, SignJWT } = await import('jose');
  const limited = await new CompactSign(Buffer.from(limitedPayload({ ...claims, iat, exp }), 'base64url'))
    .setProtectedHeader({ alg: tokenAlgorithm, typ: limitedUserTokenType, kid: key.kid })
    .sign(key.privateKey);
  return new SignJWT({ ...claims, uip: limited.slice(limited.lastIndexOf('.') + 1) })
    .setProtectedHeader({ alg: tokenAlgorithm, typ: userTokenType, kid: key.kid })
    .setAudience(userTokenAudience)
    .setIssuedAt(iat)
    .setExpirationTime(exp)
    .sign(key.privateKey);
}

/** The limited token of a user token that was checked before; undefined if that one holds no proof. */
export function limitUserToken(token: string): string | undefined {
  const [header = '', payload = ''] = token.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid?: string };
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload & { uip?: unknown };
  return typeof claims.uip === 'string' ? `${limitedHeader(kid)}.${limitedPayload(claims)}.${claims.uip}` : undefined;
}
