import type { ServicePrincipal, UserPrincipal } from '@portico/backend-framework';

const prefix = 'mock.';

/** Who a test request comes from, as a principal and as the token that proves it to a test backend. */
export interface MockCredentials<P> {
  readonly principal: P;
  readonly token: string;
  /** For the `headers` of a request. */
  readonly headers: { readonly authorization: string };
}

function mock<P extends UserPrincipal | ServicePrincipal>(principal: P): MockCredentials<P> {
  const token = `${prefix}${Buffer.from(JSON.stringify(principal)).toString('base64url')}`;
  return { principal, token, headers: { authorization: `Bearer ${token}` } };
}

/** Principals for tests; each has a token that test backends accept (unless started with `auth: 'real'`). */
export const mockCredentials = {
  /** A signed-in user without roles: `user:default/mock`. */
  user: (options: Partial<Omit<UserPrincipal, 'type' | 'expiresAt'>> = {}): MockCredentials<UserPrincipal> => {
    const userEntityRef = options.userEntityRef ?? 'user:default/mock';
    const { ownershipEntityRefs = [userEntityRef], roles = [], sessionId, actor } = options;
    const optional = { ...(sessionId === undefined ? {} : { sessionId }), ...(actor === undefined ? {} : { actor }) };
    return mock({ type: 'user', userEntityRef, ownershipEntityRefs, roles, ...optional });
  },
  /** A user of the app team. */
  admin: (): MockCredentials<UserPrincipal> =>
    mockCredentials.user({ userEntityRef: 'user:default/admin', roles: ['portal-admin'] }),
  /** Another plugin or a program. */
  service: (subject = 'plugin:mock', roles: readonly string[] = []): MockCredentials<ServicePrincipal> =>
    mock({ type: 'service', subject, roles }),
};

/** The principal of a mock token; `undefined` for any other text. */
export function readMockToken(token: string): UserPrincipal | ServicePrincipal | undefined {
  if (!token.startsWith(prefix)) return undefined;
  return JSON.parse(Buffer.from(token.slice(prefix.length), 'base64url').toString()) as UserPrincipal | ServicePrincipal;
}
