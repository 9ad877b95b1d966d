import type { ConfigReader } from '@portico/config';
import type { AuthProviders } from '@portico/contracts';
import { authErrors, createError } from '@portico/errors';
import type { RevocationStore } from '../sessions/revocation-store.ts';
import type { IssuedSession, SessionTokens } from '../sessions/session-tokens.ts';
import type { GuestAccess } from './guest-access.ts';
import { createGuestUser } from './guest-user.ts';

/** Session of a visit; with a token if the browser has to keep a new one. */
export type Visit = Pick<IssuedSession, 'session'> & { readonly token?: string };

/** Who may come in, and how. */
export interface SignInService {
  providers(): AuthProviders;
  /**
   * The session that belongs to the token, renewed where it is time.
   *
   * @throws AUTH_SIGNED_OUT
   */
  visit(token: string | undefined): Promise<Visit>;
  /** True while a visit without a session makes one. */
  readonly signsInByItself: boolean;
  /** @throws AUTH_PROVIDER_UNAVAILABLE when guests are not welcome */
  signInGuest(): Promise<IssuedSession>;
  /** Ends the session of the token: no token of it opens anything any more. */
  signOut(token: string | undefined): Promise<void>;
}

/** What `createSignInService` takes. */
export interface SignInOptions {
  readonly config: ConfigReader;
  readonly access: GuestAccess;
  readonly tokens: SessionTokens;
  readonly revocations: RevocationStore;
  readonly lifetimeMs: number;
  /** Tells the other plugins that a session has ended. */
  readonly onRevoked: () => void;
}

/** Guests are the one provider so far. */
export function createSignInService(options: SignInOptions): SignInService {
  const { config, access, tokens, revocations, lifetimeMs } = options;
  const signInGuest = async (): Promise<IssuedSession> => {
    if (access === 'none') throw createError(authErrors.PROVIDER_UNAVAILABLE, { provider: 'guest' });
    return tokens.issue(createGuestUser(config, access));
  };
  const signsInByItself = access === 'admin';
  return {
    signsInByItself,
    signInGuest,
    providers: () => ({
      providers: access === 'none' ? [] : [{ id: 'guest', title: 'Guest', startUrl: '/api/auth/guest/start' }],
    }),
    async visit(token) {
      const known = token === undefined ? undefined : await tokens.read(token);
      if (known && !(await revocations.isRevoked(known.sessionId))) {
        return known.outdated ? tokens.issue(known.signedIn, known.sessionId) : { session: known.session };
      }
      if (signsInByItself) return signInGuest();
      throw createError(authErrors.SIGNED_OUT);
    },
    async signOut(token) {
      const known = token === undefined ? undefined : await tokens.read(token);
      if (!known) return;
      await revocations.revoke(known.sessionId, Date.now() + lifetimeMs);
      options.onRevoked();
    },
  };
}
