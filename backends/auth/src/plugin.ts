import { coreServices, createBackendPlugin, createSigningKeys, revokedSessionsTopic } from '@portico/backend-framework';
import { createKeyStore } from './keys/key-store.ts';
import { migrations } from './migrations/migrations.ts';
import { createAuthRouter } from './router.ts';
import { createRevocationStore } from './sessions/revocation-store.ts';
import { createSessionCookie } from './sessions/session-cookie.ts';
import { keySignsMs, readSessionLifetime } from './sessions/session-lifetime.ts';
import { createSessionTokens } from './sessions/session-tokens.ts';
import { decideGuestAccess } from './sign-in/guest-access.ts';
import { createSignInService } from './sign-in/sign-in-service.ts';

/**
 * Sign-in and sessions of browsers, at `/api/auth`.
 *
 * Programs do not sign in here. Their tokens are `backend.auth.externalAccess`; for local work the portal's start makes
 * the development token: written to `<data dir>/dev-token` (mode 600, new per data folder) and handed to the framework as a
 * static token with the subject `external:development` and the role `portal-admin`.
 */
export const authPlugin = createBackendPlugin({
  pluginId: 'auth',
  register(environment) {
    environment.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: coreServices.events,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        rootInstance: coreServices.rootInstance,
      },
      async init({ config, database, events, httpAuth, httpRouter, logger, rootInstance }) {
        const { development } = rootInstance;
        const access = decideGuestAccess({ config, development, listensOnLoopback: rootInstance.listensOnLoopback() });
        const others = config.keys('auth.providers').filter(provider => provider !== 'guest');
        if (others.length > 0) logger.warn(`Sign-in providers that this version does not know are left out: ${others.join(', ')}`);
        if (access === 'admin') logger.info('Development: every browser on this machine is signed in as a portal admin');
        await database.migrate(migrations);
        const knex = await database.getClient();
        const lifetimeMs = readSessionLifetime(config);
        const store = createKeyStore(knex, access === 'admin' ? 'development' : 'regular');
        const keys = createSigningKeys({ store, signsMs: keySignsMs, tokensLiveMs: lifetimeMs });
        const revocations = createRevocationStore(knex);
        const tokens = createSessionTokens({ keys, lifetimeMs });
        const onRevoked = () => events.publish(revokedSessionsTopic, { at: Date.now() });
        const signIn = createSignInService({ config, access, tokens, revocations, lifetimeMs, onRevoked });
        const https = (config.getOptionalString('backend.baseUrl') ?? config.getOptionalString('app.baseUrl'))?.startsWith('https:');
        const cookie = createSessionCookie(request => https === true || request.secure);
        const listRevoked = () => revocations.list(Date.now());
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        httpRouter.use(createAuthRouter({ signIn, keys, httpAuth, cookie, lifetimeMs, listRevoked }));
      },
    });
  },
});
