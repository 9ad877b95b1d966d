import { coreServices, createServiceFactory, isPrincipal } from '@portico/backend-framework';
import type { AuthService } from '@portico/backend-framework';
import { createError, frameworkErrors } from '@portico/errors';
import { mockCredentials, readMockToken } from './mock-credentials.ts';

/** Accepts the tokens of `mockCredentials` and nothing else. */
export const mockAuthFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }): AuthService => ({
    async authenticate(token) {
      const principal = readMockToken(token);
      if (!principal) throw createError(frameworkErrors.UNAUTHENTICATED);
      return { principal };
    },
    async getPluginRequestToken({ onBehalfOf }) {
      const { principal } = onBehalfOf ?? {};
      const asked = principal?.type === 'user' ? mockCredentials.user(principal) : mockCredentials.service(`plugin:${plugin.id}`);
      return { token: asked.token };
    },
    getNoneCredentials: async () => ({ principal: { type: 'none' } }),
    isPrincipal,
    getOwnServiceCredentials: async () => ({ principal: mockCredentials.service(`plugin:${plugin.id}`).principal }),
    listPublicServiceKeys: async () => ({ keys: [] }),
  }),
});
