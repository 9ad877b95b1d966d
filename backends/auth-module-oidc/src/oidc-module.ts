import { createBackendModule } from '@portico/backend-framework';
import { authProvidersExtensionPoint } from '@portico/plugin-auth-node';
import { createOidcProvider } from './oidc-provider.ts';

/** Sign-in by OpenID Connect: `auth.providers.oidc`. */
export const oidcModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'oidc',
  register(environment) {
    environment.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      init: ({ providers }) => providers.registerProvider({ providerId: 'oidc', create: createOidcProvider }),
    });
  },
});
