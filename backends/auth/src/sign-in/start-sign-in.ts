import { randomBytes } from 'node:crypto';
import { authErrors, createError, isPorticoError } from '@portico/errors';
import type { LoggerService } from '@portico/backend-framework';
import type { Request, RequestHandler, Response } from 'express';
import type { ConfiguredProvider } from './configured-providers.ts';
import { requireOwnPage } from './own-host.ts';
import { returnPathOf } from './portal-address.ts';
import type { SignInCookies } from './sign-in-cookies.ts';
import type { KeptSession, SignInService } from './sign-in-service.ts';

/** What the two ends of a sign-in work with. */
export interface SignInHandlersOptions {
  readonly signIn: SignInService;
  readonly providers: ReadonlyMap<string, ConfiguredProvider>;
  readonly cookies: SignInCookies;
  readonly portalUrl: string;
  readonly logger: LoggerService;
  /** Makes the browser keep the session. */
  readonly keep: (request: Request, response: Response, session: KeptSession) => void;
}

/** The two ends of a sign-in for the whole page: away to the provider, and back. */
export interface SignInHandlers {
  readonly start: RequestHandler;
  readonly handler: RequestHandler;
}

const stateBytes = 24;

/** Makes the handlers. A sign-in that fails leads back to the portal, whose sign-in page shows why. */
export function createSignInHandlers(options: SignInHandlersOptions): SignInHandlers {
  const { signIn, providers, cookies, portalUrl, logger, keep } = options;

  function providerOf(request: Request): ConfiguredProvider {
    const id = String(request.params.provider);
    const configured = providers.get(id);
    if (!configured) throw createError(authErrors.PROVIDER_UNAVAILABLE, { provider: id });
    return configured;
  }

  function leadBack(response: Response, path: string): void {
    // The address is put together from the portal's own: no text of the request can lead elsewhere.
    response.redirect(`${portalUrl}${path}`);
  }

  function fail(request: Request, response: Response, failure: { thrown: unknown; from: string }): void {
    const { thrown, from } = failure;
    if (!isPorticoError(thrown)) throw thrown;
    logger.warn(`A sign-in by ${String(request.params.provider)} failed: ${thrown.message}`, thrown.cause instanceof Error ? thrown.cause : {});
    cookies.setProblem(request, response, { code: thrown.code, message: thrown.message, fix: thrown.fix });
    leadBack(response, from);
  }

  return {
    async start(request, response) {
      const from = returnPathOf(request, portalUrl);
      try {
        requireOwnPage(request);
        const configured = providerOf(request);
        const { provider } = configured;
        if (provider.kind === 'header') {
          keep(request, response, await signIn.signIn(configured, await provider.identify(request)));
          leadBack(response, from);
          return;
        }
        const state = randomBytes(stateBytes).toString('base64url');
        const { url, kept } = await provider.start(state);
        cookies.begin(request, response, { providerId: configured.id, state, from, kept });
        response.redirect(url);
      } catch (thrown) {
        fail(request, response, { thrown, from });
      }
    },
    async handler(request, response) {
      const { state } = request.query;
      const begun = typeof state === 'string' ? cookies.take(request, response, state) : undefined;
      try {
        const configured = providerOf(request);
        const { provider } = configured;
        if (!begun || begun.providerId !== configured.id || provider.kind !== 'redirect') throw createError(authErrors.SIGN_IN_UNKNOWN);
        const callback = new URL(request.originalUrl, portalUrl);
        keep(request, response, await signIn.signIn(configured, await provider.finish(callback, begun.kept)));
        leadBack(response, begun.from);
      } catch (thrown) {
        fail(request, response, { thrown, from: begun?.from ?? '/' });
      }
    },
  };
}
