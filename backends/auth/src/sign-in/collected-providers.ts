import { authErrors, createError } from '@portico/errors';
import type { AuthProviderDeclaration, AuthProvidersExtensionPoint, SignInResolver } from '@portico/plugin-auth-node';
import { readyMadeResolvers } from './resolvers.ts';

/** What the modules of the plugin have added. */
export interface CollectedProviders extends AuthProvidersExtensionPoint {
  readonly providers: ReadonlyMap<string, AuthProviderDeclaration>;
  readonly resolvers: ReadonlyMap<string, SignInResolver>;
}

/** Starts with the ready-made resolvers and no provider. */
export function createCollectedProviders(): CollectedProviders {
  const providers = new Map<string, AuthProviderDeclaration>();
  const resolvers = new Map<string, SignInResolver>(readyMadeResolvers);
  return {
    providers,
    resolvers,
    registerProvider(declaration) {
      const { providerId } = declaration;
      if (providers.has(providerId) || providerId === 'guest') throw createError(authErrors.PROVIDER_DUPLICATE, { provider: providerId });
      providers.set(providerId, declaration);
    },
    registerResolver(name, resolver) {
      if (resolvers.has(name)) throw createError(authErrors.RESOLVER_DUPLICATE, { resolver: name });
      resolvers.set(name, resolver);
    },
  };
}
