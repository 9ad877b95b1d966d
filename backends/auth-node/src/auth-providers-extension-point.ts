import { createExtensionPoint } from '@portico/backend-framework';
import type { AuthProvider, AuthProviderContext, SignInProfile } from './auth-provider.ts';

/** A provider that a module brings. Used only where `auth.providers.<providerId>` is configured. */
export interface AuthProviderDeclaration {
  readonly providerId: string;
  /** @throws for settings that can't be: the auth plugin fails to start with that reason */
  create(context: AuthProviderContext): AuthProvider;
}

/** What a resolver may ask. */
export interface SignInResolverContext {
  /**
   * Ref of the one user entity whose field has the value, whatever its case; undefined where there is none.
   *
   * @throws AUTH_CATALOG_UNAVAILABLE
   */
  findUserByField(field: string, value: string): Promise<string | undefined>;
}

/**
 * Tells which user entity an account is: a ref such as `user:default/ada`, or undefined where the profile says too little.
 * Named in `signIn.resolvers` of a provider. Whether the entity exists is checked afterwards.
 */
export type SignInResolver = (profile: SignInProfile, context: SignInResolverContext) => Promise<string | undefined> | string | undefined;

/** What modules of the plugin `auth` may add. */
export interface AuthProvidersExtensionPoint {
  /** @throws AUTH_PROVIDER_DUPLICATE */
  registerProvider(declaration: AuthProviderDeclaration): void;
  /** @throws AUTH_RESOLVER_DUPLICATE */
  registerResolver(name: string, resolver: SignInResolver): void;
}

/** For modules of the plugin `auth`. */
export const authProvidersExtensionPoint = createExtensionPoint<AuthProvidersExtensionPoint>({ id: 'auth.providers' });
