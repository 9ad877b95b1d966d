import type { LoggerService } from '@portico/backend-framework';
import { authErrors, createError, messageOf } from '@portico/errors';
import type { SignInProfile } from '@portico/plugin-auth-node';
import type { SignedIn } from '../sessions/session-tokens.ts';
import type { CatalogUser, CatalogUsers, FoundUser } from './catalog-users.ts';
import type { ConfiguredProvider, ConfiguredResolver } from './configured-providers.ts';
import type { AskPlugin } from './plugin-calls.ts';

/** Turns accounts into users of the portal, with their groups and roles. */
export interface Identities {
  /**
   * The user to whom an account belongs.
   *
   * @throws AUTH_USER_UNKNOWN
   */
  resolve(configured: ConfiguredProvider, profile: SignInProfile): Promise<SignedIn>;
  /** Adds the groups and roles of somebody whose ref is known. */
  complete(signedIn: SignedIn, limitMs?: number): Promise<SignedIn>;
}

/** What `createIdentities` takes. */
export interface IdentitiesOptions {
  readonly users: CatalogUsers;
  readonly ask: AskPlugin;
  readonly logger: LoggerService;
}

const rolesLimitMs = 2_000;
/** Refs go into the token, which has to fit into cookies and headers. */
const longestOwned = 4_000;

function fits({ allowedDomains }: ConfiguredResolver, { email }: SignInProfile): boolean {
  if (!allowedDomains) return true;
  const domain = email?.toLowerCase().split('@').at(-1);
  return domain !== undefined && allowedDomains.includes(domain);
}

function fitting(refs: readonly string[]): string[] {
  let length = 0;
  return refs.filter(ref => (length += ref.length + 3) <= longestOwned);
}

const isKnown = (found: FoundUser): found is CatalogUser => typeof found === 'object';

/** Asks the catalog and the permission plugin. While one of them does not answer, the user is let in and completed later. */
export function createIdentities({ users, ask, logger }: IdentitiesOptions): Identities {
  async function rolesOf(names: readonly string[]): Promise<readonly string[] | undefined> {
    try {
      const answer = await ask('permission', '/roles', { body: { names }, limitMs: rolesLimitMs });
      return (answer as { roles: string[] } | undefined)?.roles ?? ['viewer'];
    } catch (thrown) {
      logger.warn(`The permission plugin could not be asked for roles: ${messageOf(thrown)}`);
      return undefined;
    }
  }

  async function withGroups(signedIn: SignedIn, found: FoundUser): Promise<SignedIn> {
    const { user, grantedRoles = [], incomplete: _incomplete, ...rest } = signedIn;
    const groups = isKnown(found) ? found.groups : [];
    const all = [...new Set([user.entityRef, ...user.ownershipEntityRefs, ...groups])];
    const owned = fitting(all);
    if (owned.length < all.length) logger.warn(`${user.entityRef} is in ${all.length} groups; ${owned.length} fit into the session`);
    const roles = await rolesOf(owned);
    const incomplete = found === 'unknown' || roles === undefined;
    return {
      ...rest,
      user: { ...user, ownershipEntityRefs: owned, roles: [...new Set([...grantedRoles, ...(roles ?? ['viewer'])])] },
      ...(grantedRoles.length > 0 ? { grantedRoles } : {}),
      ...(incomplete ? { incomplete } : {}),
    };
  }

  return {
    async complete(signedIn, limitMs) {
      const { user } = signedIn;
      const found = await users.find(user.entityRef, limitMs);
      return withGroups(signedIn, found);
    },
    async resolve({ id, provider, resolvers }, profile) {
      for (const resolver of resolvers.filter(one => fits(one, profile))) {
        const ref = (await resolver.resolve(profile, { findUserByField: users.findByField }))?.toLowerCase();
        if (ref === undefined) continue;
        const found = await users.find(ref);
        if (found === 'absent' && !resolver.withoutUser) continue;
        const known = isKnown(found) ? found : { groups: [] };
        const picture = known.picture ?? profile.picture;
        const user = {
          entityRef: ref,
          displayName: known.displayName ?? profile.displayName ?? profile.username ?? profile.email ?? ref,
          ...(profile.email === undefined ? {} : { email: profile.email }),
          ...(picture === undefined ? {} : { picture }),
          ownershipEntityRefs: [ref],
          roles: [],
        };
        return withGroups({ user, provider: id, development: false, account: profile.subject }, found);
      }
      const account = profile.email ?? profile.username ?? `an account of ${provider.title}`;
      throw createError(authErrors.USER_UNKNOWN, { account });
    },
  };
}
