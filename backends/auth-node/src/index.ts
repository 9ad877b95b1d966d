export { authProvidersExtensionPoint } from './auth-providers-extension-point.ts';
export type { AuthProviderDeclaration, AuthProvidersExtensionPoint, SignInResolver, SignInResolverContext } from './auth-providers-extension-point.ts';
export type {
  AuthProvider,
  AuthProviderContext,
  HeaderAuthProvider,
  RedirectAuthProvider,
  RedirectStart,
  SignInProfile,
  SignInResult,
} from './auth-provider.ts';
