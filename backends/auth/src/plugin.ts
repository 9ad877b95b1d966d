import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import { createKeyStore } from './keys/key-store.ts';
import { createSigningKeys } from './keys/signing-keys.ts';
import { migrations } from './migrations/migrations.ts';
import { createAuthRouter } from './router.ts';
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
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        rootInstance: coreServices.rootInstance,
      },
      async init({ config, database, httpRouter, logger, rootInstance }) {
        const { development } = rootInstance;
        const access = decideGuestAccess({ config, development, listensOnLoopback: rootInstance.listensOnLoopback() });
        const others = config.keys('auth.providers').filter(provider => provider !== 'guest');
        if (others.length > 0) logger.warn(`Sign-in providers that this version does not know are left out: ${others.join(', ')}`);
        if (access === 'admin') logger.info('Development: every browser on this machine is signed in as a portal admin');
        await database.migrate(migrations);
        const store = createKeyStore(await database.getClient(), access === 'admin' ? 'development' : 'regular');
        const keys = createSigningKeys(store);
        const signIn = createSignInService({ config, access, tokens: createSessionTokens(keys) });
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        httpRouter.use(createAuthRouter({ signIn, keys }));
      },
    });
  },
});
