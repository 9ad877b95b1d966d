import type { LoggerService, RootConfigService } from '@portico/backend-framework';
import type { Request } from 'express';

/** What a provider says of somebody. All of it comes from outside: nothing here is an entity yet. */
export interface SignInProfile {
  /** Name of the account at the provider, which never changes. */
  readonly subject: string;
  readonly email?: string;
  /** False where the provider says that nobody has proved the address. */
  readonly emailVerified?: boolean;
  readonly username?: string;
  readonly displayName?: string;
  /** Address of a picture. */
  readonly picture?: string;
}

/** A sign-in that the provider vouches for. */
export interface SignInResult {
  readonly profile: SignInProfile;
  /** What `refresh` and `endSessionUrl` need, at most 8,000 characters; kept encrypted for the life of the session. */
  readonly renewal?: string;
  /** True where `refresh` can be asked with it. */
  readonly renews?: boolean;
}

/** How a redirect to a provider begins. */
export interface RedirectStart {
  /** Where the browser goes. */
  readonly url: string;
  /** What `finish` needs, as texts; kept in the browser in an http-only cookie for 10 minutes. */
  readonly kept: Readonly<Record<string, string>>;
}

interface ProviderBase {
  /** Shown on the button: `Sign in with <title>`. */
  readonly title: string;
}

/** A provider to whose own page the browser goes and comes back from. */
export interface RedirectAuthProvider extends ProviderBase {
  readonly kind: 'redirect';
  /** @param state - to be sent along; comes back with the browser */
  start(state: string): Promise<RedirectStart>;
  /**
   * @param callback - the address with which the browser came back; `state` was checked
   * @throws AUTH_PROVIDER_DOWN, AUTH_PROVIDER_REFUSED
   */
  finish(callback: URL, kept: Readonly<Record<string, string>>): Promise<SignInResult>;
  /**
   * Asks whether the account may go on.
   *
   * @throws AUTH_PROVIDER_DOWN where that can't be said now: the session goes on until its end
   * @throws AUTH_PROVIDER_REFUSED where it may not: the session ends
   */
  refresh?(renewal: string): Promise<SignInResult>;
  /** Where the browser ends the session at the provider; undefined where the provider has no such page. */
  endSessionUrl?(renewal: string | undefined, returnTo: string): Promise<string | undefined>;
}

/** A provider that stands before the portal and says with each request who sends it. */
export interface HeaderAuthProvider extends ProviderBase {
  readonly kind: 'header';
  /** @throws AUTH_PROVIDER_DOWN, AUTH_PROVIDER_REFUSED */
  identify(request: Request): Promise<SignInResult>;
}

/** A way to prove who somebody is. */
export type AuthProvider = RedirectAuthProvider | HeaderAuthProvider;

/** What a provider is made with. */
export interface AuthProviderContext {
  /** `auth.providers.<id>.<environment>`, or `auth.providers.<id>` where that holds the settings itself. */
  readonly config: ReturnType<RootConfigService['getConfig']>;
  readonly logger: LoggerService;
  /** Where the provider sends the browser back to: `<portal>/api/auth/<id>/handler/frame`. */
  readonly callbackUrl: string;
}
