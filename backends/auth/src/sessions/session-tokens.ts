import { userTokenAudience, userTokenType } from '@portico/backend-framework';
import type { UserTokenClaims } from '@portico/backend-framework';
import type { Session } from '@portico/contracts';
import { algorithm } from '../keys/signing-keys.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import { sessionLifetimeMs, sessionRenewalMs } from './session-lifetime.ts';

/** Who signed in, and how. */
export type SignedIn = Omit<Session, 'expiresAt'>;

/** A session with the token that proves it. */
export interface IssuedSession {
  readonly token: string;
  readonly session: Session;
}

/** A session that was read from its token. */
export interface KnownSession {
  readonly session: Session;
  /** True when it is time for a new token. */
  readonly outdated: boolean;
}

/** Turns sign-ins into tokens and back. */
export interface SessionTokens {
  issue(signedIn: SignedIn): Promise<IssuedSession>;
  /** Undefined for anything but a valid token of this portal. */
  read(token: string): Promise<KnownSession | undefined>;
}

/** Claims for the browser, beside those that every plugin reads. */
interface SessionClaims extends UserTokenClaims {
  readonly name: string;
  readonly email?: string;
  readonly picture?: string;
  readonly provider: string;
  readonly development?: true;
}

function claimsOf({ user, provider, development }: SignedIn): SessionClaims {
  return {
    sub: user.entityRef,
    ent: user.ownershipEntityRefs,
    roles: user.roles,
    name: user.displayName,
    ...(user.email === undefined ? {} : { email: user.email }),
    ...(user.picture === undefined ? {} : { picture: user.picture }),
    provider,
    ...(development ? { development } : {}),
  };
}

function sessionOf(claims: SessionClaims, expiresAtSeconds: number): Session {
  return {
    user: {
      entityRef: claims.sub,
      displayName: claims.name,
      ...(claims.email === undefined ? {} : { email: claims.email }),
      ...(claims.picture === undefined ? {} : { picture: claims.picture }),
      ownershipEntityRefs: [...claims.ent],
      roles: [...claims.roles],
    },
    provider: claims.provider,
    expiresAt: new Date(expiresAtSeconds * 1000).toISOString(),
    development: claims.development === true,
  };
}

/**
 * Sessions as ES256 tokens.
 *
 * @param now - the time in milliseconds since 1970
 */
export function createSessionTokens(keys: SigningKeys, now: () => number = Date.now): SessionTokens {
  return {
    async issue(signedIn) {
      const { SignJWT } = await import('jose');
      const { kid, privateKey } = await keys.current();
      const issuedAt = Math.floor(now() / 1000);
      const expiresAt = issuedAt + sessionLifetimeMs / 1000;
      const claims = claimsOf(signedIn);
      const token = await new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, typ: userTokenType, kid })
        .setAudience(userTokenAudience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(privateKey);
      return { token, session: sessionOf(claims, expiresAt) };
    },
    async read(token) {
      const { createLocalJWKSet, errors, jwtVerify } = await import('jose');
      const options = { algorithms: [algorithm], typ: userTokenType, audience: userTokenAudience, requiredClaims: ['sub', 'exp', 'iat'] };
      const published = createLocalJWKSet(await keys.published());
      try {
        const { payload } = await jwtVerify(token, published, { ...options, currentDate: new Date(now()) });
        const expiresAt = payload.exp ?? 0;
        const session = sessionOf(payload as unknown as SessionClaims, expiresAt);
        return { session, outdated: expiresAt * 1000 - now() < sessionRenewalMs };
      } catch (thrown) {
        if (thrown instanceof errors.JOSEError) return undefined;
        throw thrown;
      }
    },
  };
}
