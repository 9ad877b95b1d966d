import type { Request } from 'express';
import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import type { AuthService } from '../auth/auth-service.ts';
import type { Credentials, Principal, PrincipalType } from '../auth/credentials.ts';
import { coreServices } from '../core-services.ts';
import { isCrossSiteWrite } from './cross-site.ts';
import type { HttpAuthService } from './http-auth-service.ts';
import { bearerTokenOf, cookieTokenOf } from './request-tokens.ts';

const nobody: Credentials = { principal: { type: 'none' } };

async function readCredentials(request: Request, auth: AuthService): Promise<Credentials> {
  const bearer = bearerTokenOf(request);
  if (bearer !== undefined) return auth.authenticate(bearer);
  const cookie = cookieTokenOf(request);
  if (cookie === undefined) return nobody;
  if (isCrossSiteWrite(request)) throw createError(frameworkErrors.CROSS_SITE_REFUSED, { method: request.method });
  try {
    const credentials = await auth.authenticate(cookie);
    // The cookie is a browser's; a program's token in it would slip past what is asked of programs.
    return credentials.principal.type === 'user' ? credentials : nobody;
  } catch (thrown) {
    // An outdated session must not keep anyone from open paths, least of all from signing in again.
    if (isPorticoError(thrown) && thrown.code === frameworkErrors.UNAUTHENTICATED.code) return nobody;
    throw thrown;
  }
}

function requireAllowed(principal: Principal, allow: readonly PrincipalType[]): void {
  if (allow.includes(principal.type)) return;
  if (principal.type === 'none') throw createError(frameworkErrors.UNAUTHENTICATED);
  throw createError(frameworkErrors.PRINCIPAL_NOT_ALLOWED, { expected: allow.join(' or '), received: principal.type });
}

/** Bearer token first, then the session cookie. Read once per request, however often it is asked for. */
export const httpAuthFactory = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { auth: coreServices.auth },
  factory({ auth }): HttpAuthService {
    const known = new WeakMap<Request, Promise<Credentials>>();
    const credentials = async (request: Request, options?: { readonly allow?: readonly PrincipalType[] }) => {
      const reading = known.get(request) ?? readCredentials(request, auth);
      known.set(request, reading);
      const result = await reading;
      requireAllowed(result.principal, options?.allow ?? ['user', 'service']);
      return result;
    };
    return { credentials: credentials as HttpAuthService['credentials'] };
  },
});
