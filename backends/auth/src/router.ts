import { Router } from 'express';
import type { SigningKeys } from './keys/signing-keys.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './sessions/session-cookie.ts';
import { requireLoopbackName, requireOwnPage } from './sign-in/own-host.ts';
import type { SignInService } from './sign-in/sign-in-service.ts';

/** What the router answers with. */
export interface AuthRouterOptions {
  readonly signIn: SignInService;
  readonly keys: SigningKeys;
}

/** `/api/auth`: session, providers, guest sign-in, sign-out, public keys. */
export function createAuthRouter({ signIn, keys }: AuthRouterOptions): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/session', async (request, response) => {
    if (signIn.signsInByItself) requireLoopbackName(request);
    const { session, token } = await signIn.visit(readSessionCookie(request));
    if (token !== undefined) setSessionCookie(request, response, token);
    response.json(session);
  });
  router.get('/providers', (_request, response) => {
    response.json(signIn.providers());
  });
  router.post('/guest/start', async (request, response) => {
    requireOwnPage(request);
    if (signIn.signsInByItself) requireLoopbackName(request);
    const { session, token } = await signIn.signInGuest();
    setSessionCookie(request, response, token);
    response.json(session);
  });
  router.post('/sign-out', (request, response) => {
    requireOwnPage(request);
    clearSessionCookie(request, response);
    response.status(204).end();
  });
  router.get('/.well-known/jwks.json', async (_request, response) => {
    response.json(await keys.published());
  });
  return router;
}
