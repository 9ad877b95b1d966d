import type { Request } from 'express';
import type { Credentials, Principal, PrincipalType } from '../auth/credentials.ts';

/** Says who a request comes from. */
export interface HttpAuthService {
  /**
   * Reads the bearer token, otherwise the session cookie.
   *
   * @param options - `allow`: principals that are welcome, default user and service. With `none` among them a request
   *   without credentials, or with an outdated cookie, is welcome too
   * @throws FRAMEWORK_UNAUTHENTICATED without valid credentials
   * @throws FRAMEWORK_PRINCIPAL_NOT_ALLOWED for a principal that is not welcome
   * @throws FRAMEWORK_CROSS_SITE_REFUSED for a writing request that another site made with the user's cookie
   */
  credentials<A extends PrincipalType = 'user' | 'service'>(
    request: Request,
    options?: { readonly allow?: readonly A[] },
  ): Promise<Credentials<Extract<Principal, { type: A }>>>;
}
