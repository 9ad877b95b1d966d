import { randomBytes } from 'node:crypto';
import { signUserToken, tokenAlgorithm, userTokenAudience, userTokenType } from '@portico/backend-framework';
import type { SigningKeys, UserTokenClaims } from '@portico/backend-framework';
import type { Session } from '@portico/contracts';

/** Who signed in, and how. */
export interface SignedIn extends Omit<Session, 'expiresAt'> {
  /** Roles that the way of signing in gives, whatever the configuration assigns. */
  readonly grantedRoles?: readonly string[];
  /** True while groups or roles could not be asked for: the next visit tries again. */
  readonly incomplete?: boolean;
  /** Name of the account at the provider. */
  readonly account?: string;
}

/** A session with the token that proves it. */
export interface IssuedSession {
  readonly token: string;
  readonly session: Session;
  readonly sessionId: string;
}

/** A session that was read from its token. */
export interface KnownSession {
  readonly sessionId: string;
  readonly signedIn: SignedIn;
  readonly session: Session;
  /** True when it is time for a new token. */
  readonly outdated: boolean;
}

/** A session that goes on with another token. */
export interface OngoingSession {
  readonly sessionId: string;
  /** Where it ends as before; without it, it is renewed. */
  readonly expiresAtMs?: number;
}

/** Turns sign-ins into tokens and back. */
export interface SessionTokens {
  issue(signedIn: SignedIn, going?: OngoingSession): Promise<IssuedSession>;
  /** Undefined for anything but a valid token of this portal. */
  read(token: string): Promise<KnownSession | undefined>;
}

/** What `createSessionTokens` takes. */
export interface SessionTokensOptions {
  readonly keys: SigningKeys;
  readonly lifetimeMs: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Claims for the browser, beside those that every plugin reads. */
interface SessionClaims extends UserTokenClaims {
  readonly sid: string;
  readonly name: string;
  readonly email?: string;
  readonly picture?: string;
  readonly provider: string;
  readonly development?: true;
  readonly incomplete?: true;
  readonly account?: string;
}

const sessionIdBytes = 16;
const longestPicture = 300;

function claimsOf({ user, provider, development, grantedRoles, incomplete, account }: SignedIn, sid: string): SessionClaims {
  return {
    sub: user.entityRef,
    ent: user.ownershipEntityRefs,
    roles: user.roles,
    ...(grantedRoles ? { grt: grantedRoles } : {}),
    sid,
    name: user.displayName,
    ...(user.email === undefined ? {} : { email: user.email }),
    ...(user.picture === undefined || user.picture.length > longestPicture ? {} : { picture: user.picture }),
    provider,
    ...(development ? { development } : {}),
    ...(incomplete ? { incomplete } : {}),
    ...(account === undefined ? {} : { account }),
  };
}

function signedInOf(claims: SessionClaims): SignedIn {
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
    development: claims.development === true,
    ...(claims.grt ? { grantedRoles: claims.grt } : {}),
    ...(claims.incomplete ? { incomplete: true } : {}),
    ...(claims.account === undefined ? {} : { account: claims.account }),
  };
}

function sessionOf({ user, provider, development }: SignedIn, expiresAtSeconds: number): Session {
  return { user, provider, development, expiresAt: new Date(expiresAtSeconds * 1000).toISOString() };
}

/** Sessions as ES256 tokens. */
export function createSessionTokens({ keys, lifetimeMs, now = Date.now }: SessionTokensOptions): SessionTokens {
  return {
    async issue(signedIn, going) {
      const sessionId = going?.sessionId ?? randomBytes(sessionIdBytes).toString('base64url');
      const issuedAt = Math.floor(now() / 1000);
      const expiresAt = Math.floor((going?.expiresAtMs ?? now() + lifetimeMs) / 1000);
      const claims = claimsOf(signedIn, sessionId);
      const token = await signUserToken({ claims, key: await keys.current(), issuedAt, expiresAt });
      return { token, sessionId, session: sessionOf(signedInOf(claims), expiresAt) };
    },
    async read(token) {
      const { createLocalJWKSet, errors, jwtVerify } = await import('jose');
      const rules = { algorithms: [tokenAlgorithm], typ: userTokenType, audience: userTokenAudience };
      const options = { ...rules, requiredClaims: ['sub', 'sid', 'exp', 'iat'], currentDate: new Date(now()) };
      const published = createLocalJWKSet(await keys.published());
      try {
        const { payload } = await jwtVerify(token, published, options);
        const claims = payload as unknown as SessionClaims;
        const expiresAt = payload.exp ?? 0;
        const signedIn = signedInOf(claims);
        const halfOver = expiresAt * 1000 - now() < lifetimeMs / 2;
        const outdated = halfOver || signedIn.incomplete === true;
        return { sessionId: claims.sid, signedIn, session: sessionOf(signedIn, expiresAt), outdated };
      } catch (thrown) {
        if (thrown instanceof errors.JOSEError) return undefined;
        throw thrown;
      }
    },
  };
}
