import type { Credentials, ServicePrincipal, UserPrincipal } from './credentials.ts';

/** Cookie that holds the user token of a browser session: HttpOnly, SameSite=Lax, Path=/. */
export const sessionCookieName = 'portico-session';
/** `typ` of a user token, an ES256 JWT that the auth plugin issues. */
export const userTokenType = 'vnd.portico.user';
/** `aud` of a user token. */
export const userTokenAudience = 'portico';

/** Claims of a user token, beside `iat`, `exp` (both needed) and `aud`. */
export interface UserTokenClaims {
  /** The user's entity ref. */
  readonly sub: string;
  /** Refs that count as the user for ownership; the user itself first. */
  readonly ent: readonly string[];
  readonly roles: readonly string[];
}

/** Checks and issues tokens. Plugins ask `httpAuth` first; this is for tokens that come another way. */
export interface AuthService {
  /**
   * Knows a user token, a plugin token for this plugin, or a static token of `backend.auth.externalAccess`.
   *
   * @throws FRAMEWORK_UNAUTHENTICATED for everything else, whatever the reason
   */
  authenticate(token: string): Promise<Credentials<UserPrincipal | ServicePrincipal>>;
  /** A token for calling another plugin, good for a few minutes: send it as `Authorization: Bearer`. */
  getPluginRequestToken(options: { targetPluginId: string }): Promise<{ token: string }>;
  /** This plugin itself as a principal. */
  getOwnServiceCredentials(): Promise<Credentials<ServicePrincipal>>;
}
