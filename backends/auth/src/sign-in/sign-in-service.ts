import { randomBytes } from 'node:crypto';
import { authErrors, createError, isPorticoError, messageOf } from '@portico/errors';
import type { LoggerService } from '@portico/backend-framework';
import type { SignInResult } from '@portico/plugin-auth-node';
import type { RenewalStore } from '../sessions/renewal-store.ts';
import type { RevocationStore } from '../sessions/revocation-store.ts';
import type { IssuedSession, KnownSession, SessionTokens, SignedIn } from '../sessions/session-tokens.ts';
import type { ConfiguredProvider } from './configured-providers.ts';
import type { Identities } from './identities.ts';

/** What a browser brings. */
export interface BrowserSecrets {
  readonly token: string | undefined;
  readonly renewalSecret: string | undefined;
}

/** A session that a browser shall keep; `renewalSecret` goes with it where the provider can renew it. */
export interface KeptSession extends IssuedSession {
  readonly renewalSecret?: string;
}

/** Session of a visit; with a token if the browser has to keep a new one. */
export type Visit = Pick<IssuedSession, 'session'> & Partial<Pick<KeptSession, 'token'>>;

/** Sessions from the sign-in to the sign-out. */
export interface SignInService {
  /** @throws AUTH_USER_UNKNOWN, AUTH_CATALOG_UNAVAILABLE */
  signIn(configured: ConfiguredProvider, result: SignInResult): Promise<KeptSession>;
  signInGuest(): Promise<IssuedSession>;
  /** The session that the browser has, renewed where it is time; undefined where there is none, or it ended. */
  visit(secrets: BrowserSecrets): Promise<(Visit & { readonly known: KnownSession }) | undefined>;
  /** Ends the session. What the provider gave for it is told once more, for ending that session too. */
  signOut(secrets: BrowserSecrets): Promise<{ readonly providerId: string; readonly renewal?: string } | undefined>;
}

/** What `createSignInService` takes. */
export interface SignInOptions {
  readonly tokens: SessionTokens;
  readonly identities: Identities;
  readonly revocations: RevocationStore;
  readonly renewals: RenewalStore;
  readonly providers: ReadonlyMap<string, ConfiguredProvider>;
  /** Undefined where guests are not welcome. */
  readonly guest: SignedIn | undefined;
  readonly lifetimeMs: number;
  readonly logger: LoggerService;
  /** Tells the other plugins that a session has ended. */
  readonly onRevoked: () => void;
}

const secretBytes = 32;
/** The first visit of a guest does not wait longer than this for the groups of the catalog. */
const guestLimitMs = 1_000;

const isRefusal = (thrown: unknown) =>
  isPorticoError(thrown) && (thrown.code === authErrors.PROVIDER_REFUSED.code || thrown.code === authErrors.USER_UNKNOWN.code);

/** Makes the service. */
export function createSignInService(options: SignInOptions): SignInService {
  const { tokens, identities, revocations, renewals, providers, guest, lifetimeMs, logger } = options;

  async function end(sessionId: string): Promise<void> {
    await revocations.revoke(sessionId, Date.now() + lifetimeMs);
    await renewals.remove(sessionId);
    options.onRevoked();
  }

  /** The session as it is, with groups and roles asked for again where they were not complete. */
  async function unrenewed(known: KnownSession): Promise<Visit> {
    if (!known.signedIn.incomplete) return { session: known.session };
    const completed = await identities.complete(known.signedIn);
    if (completed.incomplete) return { session: known.session };
    return tokens.issue(completed, { sessionId: known.sessionId, expiresAtMs: Date.parse(known.session.expiresAt) });
  }

  async function renew(known: KnownSession, secret: string): Promise<Visit | undefined> {
    const { sessionId, signedIn } = known;
    const of = { sessionId, secret };
    // Claimed before it is read: what another replica has used meanwhile must not be used again.
    const kept = (await renewals.claim(sessionId)) ? await renewals.read(of) : undefined;
    const configured = kept && providers.get(kept.providerId);
    const refresh = configured?.provider.kind === 'redirect' ? configured.provider.refresh : undefined;
    if (!kept?.renews || !configured || !refresh) return unrenewed(known);
    try {
      const result = await refresh(kept.renewal);
      const again = await identities.resolve(configured, result.profile);
      if (again.user.entityRef !== signedIn.user.entityRef) throw createError(authErrors.USER_UNKNOWN, { account: signedIn.user.entityRef });
      const renewal = { providerId: configured.id, renewal: result.renewal ?? kept.renewal, renews: result.renews ?? false };
      await renewals.save(of, renewal, Date.now() + lifetimeMs);
      return await tokens.issue(again, { sessionId });
    } catch (thrown) {
      if (isRefusal(thrown)) {
        logger.info(`The session of ${signedIn.user.entityRef} ends: ${messageOf(thrown)}`);
        await end(sessionId);
        return undefined;
      }
      await renewals.release(sessionId);
      return unrenewed(known);
    }
  }

  async function renewed(known: KnownSession, secret: string | undefined): Promise<Visit | undefined> {
    if (known.signedIn.provider !== 'guest') return secret === undefined ? unrenewed(known) : renew(known, secret);
    if (!guest) return undefined;
    return tokens.issue(await identities.complete(guest, guestLimitMs), { sessionId: known.sessionId });
  }

  return {
    async signIn(configured, { profile, renewal, renews = false }) {
      const issued = await tokens.issue(await identities.resolve(configured, profile));
      if (renewal === undefined) return issued;
      const renewalSecret = randomBytes(secretBytes).toString('base64url');
      const of = { sessionId: issued.sessionId, secret: renewalSecret };
      await renewals.save(of, { providerId: configured.id, renewal, renews }, Date.now() + lifetimeMs);
      return { ...issued, renewalSecret };
    },
    async signInGuest() {
      if (!guest) throw createError(authErrors.PROVIDER_UNAVAILABLE, { provider: 'guest' });
      return tokens.issue(await identities.complete(guest, guestLimitMs));
    },
    async visit({ token, renewalSecret }) {
      const known = token === undefined ? undefined : await tokens.read(token);
      if (!known || (await revocations.isRevoked(known.sessionId))) return undefined;
      const visit = known.outdated ? await renewed(known, renewalSecret) : { session: known.session };
      return visit && { ...visit, known };
    },
    async signOut({ token, renewalSecret }) {
      const known = token === undefined ? undefined : await tokens.read(token);
      if (!known) return undefined;
      const { sessionId, signedIn } = known;
      const kept = renewalSecret === undefined ? undefined : await renewals.read({ sessionId, secret: renewalSecret });
      await end(sessionId);
      return { providerId: signedIn.provider, ...(kept ? { renewal: kept.renewal } : {}) };
    },
  };
}
