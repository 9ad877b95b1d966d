import type { JWK } from 'jose';
import type { Credentials, isPrincipal, NonePrincipal, ServicePrincipal, UserPrincipal } from './credentials.ts';

/** Cookie that holds the user token of a browser session: HttpOnly, SameSite=Lax, Path=/. A long token goes on in `<name>.1`. */
export const sessionCookieName = 'portico-session';
/** `typ` of a user token, an ES256 JWT that the auth plugin issues. */
export const userTokenType = 'vnd.portico.user';
/** `aud` of a user token. */
export const userTokenAudience = 'portico';
/** Topic on which the auth plugin tells that sessions have ended before their time. */
export const revokedSessionsTopic = 'auth.revoked-sessions';

/** Claims of a user token, beside `iat`, `exp` (both needed) and `aud`. */
export interface UserTokenClaims {
  /** The user's entity ref. */
  readonly sub: string;
  /** Refs that count as the user for ownership; the user itself first. */
  readonly ent: readonly string[];
  readonly roles: readonly string[];
  /** `grantedRoles` of the principal. */
  readonly grt?: readonly string[];
  /** Session that the token belongs to; stays the same when the token is renewed. */
  readonly sid?: string;
}

/** What `getPluginRequestToken` takes. */
export interface PluginRequestTokenOptions {
  readonly targetPluginId: string;
  /** Whose request this is. A user's is made in the user's name; a program's, and without it, in that of the plugin itself. */
  readonly onBehalfOf?: Credentials;
}

/** Checks and issues tokens. Plugins ask `httpAuth` first; this is for tokens that come another way. */
export interface AuthService {
  /**
   * Knows a user token, a plugin token for this plugin, or a token of `backend.auth.externalAccess`. A plugin token made on a
   * user's behalf gives that user.
   *
   * @throws FRAMEWORK_UNAUTHENTICATED for everything else, whatever the reason
   * @throws FRAMEWORK_TOKEN_RESTRICTED for a program whose token is for other plugins
   */
  authenticate(token: string): Promise<Credentials<UserPrincipal | ServicePrincipal>>;
  /**
   * A token for calling another plugin, good for a few minutes: send it as `Authorization: Bearer`.
   *
   * @throws FRAMEWORK_BEHALF_UNPROVEN for nobody, and for credentials that did not come from `httpAuth` or `authenticate`
   */
  getPluginRequestToken(options: PluginRequestTokenOptions): Promise<{ token: string }>;
  /** Credentials of nobody, for work that needs none. */
  getNoneCredentials(): Promise<Credentials<NonePrincipal>>;
  /** True where the credentials are of this kind; `unknown` is every kind. */
  readonly isPrincipal: typeof isPrincipal;
  /** This plugin itself as a principal. */
  getOwnServiceCredentials(): Promise<Credentials<ServicePrincipal>>;
  /** Public keys of the tokens that this plugin made, on all replicas. */
  listPublicServiceKeys(): Promise<{ keys: JWK[] }>;
}
