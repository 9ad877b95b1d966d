import { coreServices, createBackendPlugin, createSigningKeys, revokedSessionsTopic } from '@portico/backend-framework';
import { authErrors, createError } from '@portico/errors';
import { authProvidersExtensionPoint } from '@portico/plugin-auth-node';
import { createKeyStore } from './keys/key-store.ts';
import { migrations } from './migrations/migrations.ts';
import { createAuthRouter } from './router.ts';
import { createRenewalStore } from './sessions/renewal-store.ts';
import { createRevocationStore } from './sessions/revocation-store.ts';
import { createSessionCookie } from './sessions/session-cookie.ts';
import { keySignsMs, readSessionLifetime } from './sessions/session-lifetime.ts';
import { createSessionTokens } from './sessions/session-tokens.ts';
import { auditSignIn } from './sign-in/audited-sign-in.ts';
import { createCatalogUsers } from './sign-in/catalog-users.ts';
import { createCollectedProviders } from './sign-in/collected-providers.ts';
import { readProviders } from './sign-in/configured-providers.ts';
import { decideGuestAccess } from './sign-in/guest-access.ts';
import { createGuestUser } from './sign-in/guest-user.ts';
import { createIdentities } from './sign-in/identities.ts';
import { createPluginCalls } from './sign-in/plugin-calls.ts';
import { portalUrlOf } from './sign-in/portal-address.ts';
import { createSignInCookies } from './sign-in/sign-in-cookies.ts';
import { createSignInService } from './sign-in/sign-in-service.ts';

/**
 * Sign-in and sessions of browsers, at `/api/auth`. Modules bring providers by `authProvidersExtensionPoint`.
 *
 * Programs do not sign in here. Their tokens are `backend.auth.externalAccess`; for local work the portal's start makes
 * the development token: written to `<data dir>/dev-token` (mode 600, new per data folder) and handed to the framework as a
 * static token with the subject `external:development` and the role `portal-admin`.
 */
export const authPlugin = createBackendPlugin({
  pluginId: 'auth',
  register(environment) {
    const collected = createCollectedProviders();
    environment.registerExtensionPoint(authProvidersExtensionPoint, collected);
    environment.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: coreServices.events,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        rootInstance: coreServices.rootInstance,
      },
      async init({ auditor, auth, config, database, discovery, events, httpAuth, httpRouter, logger, rootInstance }) {
        const { development } = rootInstance;
        const access = decideGuestAccess({ config, development, listensOnLoopback: rootInstance.listensOnLoopback() });
        if (access === 'admin') logger.info('Development: every browser on this machine is signed in as a portal admin');
        const portalUrl = portalUrlOf(config);
        const providers = readProviders({ config, collected, logger, portalUrl: portalUrl ?? '' });
        if (providers.size > 0 && portalUrl === undefined) throw createError(authErrors.BASE_URL_MISSING);

        await database.migrate(migrations);
        const knex = await database.getClient();
        const lifetimeMs = readSessionLifetime(config);
        const store = createKeyStore(knex, access === 'admin' ? 'development' : 'regular');
        const keys = createSigningKeys({ store, signsMs: keySignsMs, tokensLiveMs: lifetimeMs });
        const revocations = createRevocationStore(knex);
        const ask = createPluginCalls(auth, discovery);
        const signIn = createSignInService({
          tokens: createSessionTokens({ keys, lifetimeMs }),
          identities: createIdentities({ users: createCatalogUsers(ask, logger), ask, logger }),
          revocations,
          renewals: createRenewalStore(knex),
          providers,
          guest: createGuestUser(config, access),
          lifetimeMs,
          logger,
          onRevoked: () => events.publish(revokedSessionsTopic, { at: Date.now() }),
        });
        const isSecure = (request: { secure: boolean }) => portalUrl?.startsWith('https:') === true || request.secure;
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        httpRouter.use(
          createAuthRouter({
            signIn: auditSignIn(signIn, auditor),
            access,
            providers,
            keys,
            httpAuth,
            cookie: createSessionCookie(isSecure),
            cookies: createSignInCookies(isSecure),
            lifetimeMs,
            portalUrl: portalUrl ?? 'http://localhost',
            logger,
            listRevoked: () => revocations.list(Date.now()),
          }),
        );
      },
    });
  },
});
