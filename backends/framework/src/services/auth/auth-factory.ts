import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { startedAccessRef } from '../internal-services.ts';
import type { AuthService } from './auth-service.ts';
import type { ServicePrincipal } from './credentials.ts';
import { createPluginTokens, pluginTokenType } from './plugin-tokens.ts';
import { createStaticAccessCheck, readStaticAccess } from './static-access.ts';
import { createUserTokenCheck } from './user-tokens.ts';
import { createVerifiedTokens } from './verified-tokens.ts';

const longestToken = 16_384;

function tokenType(token: string): unknown {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString());
    return (header as { typ?: unknown } | null)?.typ;
  } catch {
    return undefined;
  }
}

const pluginPrincipal = (pluginId: string): ServicePrincipal => ({ type: 'service', subject: `plugin:${pluginId}`, roles: [] });

/** User tokens by the keys of the auth plugin, plugin tokens by the key of the installation, and static tokens. */
export const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: {
    discovery: coreServices.discovery,
    plugin: coreServices.pluginMetadata,
    rootConfig: coreServices.rootConfig,
    rootInstance: coreServices.rootInstance,
    startedAccess: startedAccessRef,
  },
  createRootContext: ({ rootConfig, rootInstance, startedAccess }) => ({
    staticAccess: createStaticAccessCheck([...startedAccess, ...readStaticAccess(rootConfig)]),
    pluginTokens: createPluginTokens(rootInstance.dataDirectory),
    verified: createVerifiedTokens(),
  }),
  factory({ discovery, plugin }, { staticAccess, pluginTokens, verified }): AuthService {
    const checkUserToken = createUserTokenCheck(() => discovery.getBaseUrl('auth'));

    async function principalOf(token: string) {
      const known = verified.get(token) ?? staticAccess(token);
      if (known) return known;
      if (tokenType(token) === pluginTokenType) return pluginPrincipal(await pluginTokens.verify(token, plugin.id));
      if (token.split('.').length !== 3) throw createError(frameworkErrors.UNAUTHENTICATED);
      const user = await checkUserToken(token);
      verified.add(token, user);
      return user;
    }

    return {
      async authenticate(token) {
        try {
          if (token.length > longestToken) throw createError(frameworkErrors.UNAUTHENTICATED);
          return { principal: await principalOf(token) };
        } catch (thrown) {
          if (isPorticoError(thrown) && thrown.code === frameworkErrors.AUTH_UNAVAILABLE.code) throw thrown;
          throw createError(frameworkErrors.UNAUTHENTICATED, {}, { cause: thrown });
        }
      },
      getPluginRequestToken: async ({ targetPluginId }) => ({ token: await pluginTokens.issue(plugin.id, targetPluginId) }),
      getOwnServiceCredentials: async () => ({ principal: pluginPrincipal(plugin.id) }),
    };
  },
});
