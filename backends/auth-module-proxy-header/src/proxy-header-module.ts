import { createBackendModule } from '@portico/backend-framework';
import { authProvidersExtensionPoint } from '@portico/plugin-auth-node';
import { createProxyHeaderProvider } from './proxy-header-provider.ts';

/** Sign-in by an authenticating proxy before the portal: `auth.providers.proxyHeader`. */
export const proxyHeaderModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'proxy-header',
  register(environment) {
    environment.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      init: ({ providers }) => providers.registerProvider({ providerId: 'proxyHeader', create: createProxyHeaderProvider }),
    });
  },
});
