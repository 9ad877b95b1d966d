import { createHash } from 'node:crypto';
import { Router } from 'express';
import type { HttpAuthService, SigningKeys } from '@portico/backend-framework';
import type { SessionCookie } from './sessions/session-cookie.ts';
import { requireLoopbackName, requireOwnPage } from './sign-in/own-host.ts';
import type { SignInService } from './sign-in/sign-in-service.ts';

/** What the router answers with. */
export interface AuthRouterOptions {
  readonly signIn: SignInService;
  readonly keys: SigningKeys;
  readonly httpAuth: HttpAuthService;
  readonly cookie: SessionCookie;
  readonly lifetimeMs: number;
  /** Ids of sessions that ended before their time. */
  readonly listRevoked: () => Promise<string[]>;
}

/** `/api/auth`: session, providers, guest sign-in, sign-out, public keys, and a check for the front door. */
export function createAuthRouter({ signIn, keys, httpAuth, cookie, lifetimeMs, listRevoked }: AuthRouterOptions): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/session', async (request, response) => {
    if (signIn.signsInByItself) requireLoopbackName(request);
    const { session, token } = await signIn.visit(cookie.read(request));
    if (token !== undefined) cookie.set(request, response, { token, lifetimeMs });
    response.json(session);
  });
  // For a front door that asks before it serves from its cache. It never signs anyone in, unlike /session.
  router.get('/check', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['user', 'service'] });
    response.status(204).end();
  });
  router.get('/providers', (_request, response) => {
    response.json(signIn.providers());
  });
  router.post('/guest/start', async (request, response) => {
    requireOwnPage(request);
    if (signIn.signsInByItself) requireLoopbackName(request);
    const { session, token } = await signIn.signInGuest();
    cookie.set(request, response, { token, lifetimeMs });
    response.json(session);
  });
  router.post('/sign-out', async (request, response) => {
    requireOwnPage(request);
    await signIn.signOut(cookie.read(request));
    cookie.clear(request, response);
    response.status(204).end();
  });
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
