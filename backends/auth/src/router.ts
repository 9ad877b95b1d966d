import { createHash } from 'node:crypto';
import { authErrors, createError, isPorticoError } from '@portico/errors';
import type { HttpAuthService, LoggerService, SigningKeys } from '@portico/backend-framework';
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { SessionCookie } from './sessions/session-cookie.ts';
import type { ConfiguredProvider } from './sign-in/configured-providers.ts';
import type { GuestAccess } from './sign-in/guest-access.ts';
import { requireLoopbackName, requireOwnPage } from './sign-in/own-host.ts';
import type { SignInCookies } from './sign-in/sign-in-cookies.ts';
import type { BrowserSecrets, KeptSession, SignInService, Visit } from './sign-in/sign-in-service.ts';
import { createSignInHandlers } from './sign-in/start-sign-in.ts';

/** What the router answers with. */
export interface AuthRouterOptions {
  readonly signIn: SignInService;
  readonly access: GuestAccess;
  readonly providers: ReadonlyMap<string, ConfiguredProvider>;
  readonly keys: SigningKeys;
  readonly httpAuth: HttpAuthService;
  readonly cookie: SessionCookie;
  readonly cookies: SignInCookies;
  readonly lifetimeMs: number;
  readonly portalUrl: string;
  readonly logger: LoggerService;
  /** Ids of sessions that ended before their time. */
  readonly listRevoked: () => Promise<string[]>;
}

/** `/api/auth`: session, providers, sign-in, sign-out, public keys, and a check for the front door. */
export function createAuthRouter(options: AuthRouterOptions): Router {
  const { signIn, access, providers, keys, httpAuth, cookie, cookies, lifetimeMs, portalUrl, logger, listRevoked } = options;
  const byHeader = [...providers.values()].find(({ provider }) => provider.kind === 'header');
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });

  const secretsOf = (request: Request): BrowserSecrets => ({
    token: cookie.read(request),
    renewalSecret: cookies.renewalSecret(request),
  });

  function keep(request: Request, response: Response, { token, renewalSecret }: Pick<KeptSession, 'token' | 'renewalSecret'>): void {
    cookie.set(request, response, { token, lifetimeMs });
    if (renewalSecret === undefined) cookies.clearRenewalSecret(request, response);
    else cookies.setRenewalSecret(request, response, { secret: renewalSecret, lifetimeMs });
  }

  /** A proxy says anew with each request who it is from; another account is another session. */
  async function visitByHeader(request: Request, known: string | undefined): Promise<KeptSession | undefined> {
    const provider = byHeader?.provider;
    if (!byHeader || provider?.kind !== 'header') return undefined;
    try {
      const result = await provider.identify(request);
      return result.profile.subject === known ? undefined : await signIn.signIn(byHeader, result);
    } catch (thrown) {
      if (isPorticoError(thrown) && thrown.code === authErrors.PROVIDER_REFUSED.code) throw createError(authErrors.SIGNED_OUT, {}, { cause: thrown });
      throw thrown;
    }
  }

  async function visit(request: Request): Promise<Visit & Partial<KeptSession>> {
    const found = await signIn.visit(secretsOf(request));
    const ofHeader = found?.known.signedIn.provider === byHeader?.id;
    const other = byHeader && (!found || ofHeader) ? await visitByHeader(request, found?.known.signedIn.account) : undefined;
    if (other) return other;
    if (found) return found;
    if (access === 'admin') return signIn.signInGuest();
    throw createError(authErrors.SIGNED_OUT);
  }

  router.get('/session', async (request, response) => {
    if (access === 'admin') requireLoopbackName(request);
    const { session, token, renewalSecret = cookies.renewalSecret(request) } = await visit(request);
    if (token !== undefined) keep(request, response, { token, ...(renewalSecret === undefined ? {} : { renewalSecret }) });
    response.json(session);
  });

  // For a front door that asks before it serves from its cache. It never signs anyone in, unlike /session.
  router.get('/check', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.status(204).end();
  });

  router.get('/providers', (request, response) => {
    const guest = access === 'none' ? [] : [{ id: 'guest', title: 'Guest', startUrl: '/api/auth/guest/start' }];
    const others = [...providers.values()].map(({ id, provider }) => ({ id, title: provider.title, startUrl: `/api/auth/${id}/start` }));
    const problem = cookies.takeProblem(request, response);
    response.json({ providers: [...others, ...guest], ...(problem ? { problem } : {}) });
  });

  router.post('/guest/start', async (request, response) => {
    requireOwnPage(request);
    if (access === 'admin') requireLoopbackName(request);
    const issued = await signIn.signInGuest();
    keep(request, response, issued);
    response.json(issued.session);
  });

  router.post('/sign-out', async (request, response) => {
    requireOwnPage(request);
    const ended = await signIn.signOut(secretsOf(request));
    cookie.clear(request, response);
    cookies.clearRenewalSecret(request, response);
    const provider = ended && providers.get(ended.providerId)?.provider;
    const endSessionUrl = provider?.kind === 'redirect' ? provider.endSessionUrl : undefined;
    // A provider that is down keeps nobody from leaving the portal.
    const continueAt = await endSessionUrl?.(ended?.renewal, `${portalUrl}/`).catch(() => undefined);
    if (continueAt === undefined) response.status(204).end();
    else response.json({ continueAt });
  });

  const { start, handler } = createSignInHandlers({ signIn, providers, cookies, portalUrl, logger, keep });
  router.get('/:provider/start', start);
  router.get('/:provider/handler/frame', handler);

  router.get('/.well-known/jwks.json', async (_request, response) => {
    response.json(await keys.published());
  });
  router.get('/.well-known/revoked-sessions.json', async (request, response) => {
    const sessions = await listRevoked();
    const etag = `"${createHash('sha256').update(sessions.join()).digest('base64url')}"`;
    response.setHeader('ETag', etag);
    if (request.headers['if-none-match'] === etag) response.status(304).end();
    else response.json({ sessions });
  });
  return router;
}
