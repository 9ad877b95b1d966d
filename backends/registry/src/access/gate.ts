import { applyCriteria } from '@portico/backend-framework';
import type { Permission, PermissionResourceType, PermissionsRegistryService, PermissionsService } from '@portico/backend-framework';
import { createError, registryErrors } from '@portico/errors';
import { ownerOf } from '../model/owner.ts';
import { writeAudit } from '../store/audit-store.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';
import { nameOf, owns, permissions as permissionNames } from './access.ts';
import type { Caller, Owned, PermissionName } from './access.ts';

/** Remotes as the policy knows them. */
const resourceType = 'registry-remote';

/** What is done to a remote that is there. */
const acting = permissionNames.filter(name => !['read', 'register'].includes(name));

const actions = { read: 'read', register: 'create', publish: 'create', promote: 'update', rollback: 'update', disable: 'update', override: 'use' } as const;

function permissionOf(name: PermissionName): Permission {
  const kind = name === 'register' ? {} : { resourceType };
  return { name: `registry.remote.${name}`, attributes: { action: actions[name] }, ...kind };
}

/** What somebody wants to do to a remote. */
export interface Attempt {
  readonly caller: Caller;
  readonly permission: PermissionName;
  /** As the audit trail calls it. */
  readonly action: string;
  readonly remote: Owned & { readonly id: string };
}

/** Asks the policy. */
export interface Gate {
  /** Lets through who may; an attempt of somebody else is written down. @throws REGISTRY_PERMISSION_MISSING */
  pass(attempt: Attempt): Promise<void>;
  /** Lets through who may say whom a remote belongs to and what its versions are held against: not programs that only publish to it. */
  passTrust(attempt: Attempt): Promise<void>;
  /** The remotes among these to which somebody may do something; nothing is written down. */
  among(caller: Caller, permission: PermissionName, ids: readonly string[]): Promise<string[]>;
  /** What a caller may do with each of some remotes. With one that is not there any more: what needs no condition. */
  permissionsOf(caller: Caller, remotes: readonly (Owned | undefined)[]): Promise<PermissionName[][]>;
  /** Whether somebody may register remotes at all. */
  mayRegister(caller: Caller): Promise<boolean>;
}

/** What the gate works with. */
export interface GateParts {
  readonly permissions: PermissionsService;
  readonly database: RegistryDatabase;
}

const declared = permissionNames.map(permissionOf);

/** Remotes as a resource of the policy: what it is to own one. */
function resourceOf(getResources: PermissionResourceType<Owned>['getResources']): PermissionResourceType<Owned> {
  return {
    resourceType,
    permissions: declared.filter(permission => permission.resourceType !== undefined),
    rules: [
      {
        name: 'IS_REMOTE_OWNER',
        description: 'The remote belongs to one of the claims, or names one of them as a publisher',
        apply({ owner, publishers = [] }, { claims }) {
          const given = [claims].flat().filter(claim => typeof claim === 'string');
          return given.some(claim => claim.toLowerCase() === owner?.toLowerCase() || publishers.includes(claim));
        },
      },
    ],
    getResources,
  };
}

/** Declares what not everybody may do to remotes, and what it is to own one. */
export function declarePermissions(registry: PermissionsRegistryService, find: (id: string) => Owned | undefined): void {
  registry.addPermissions(declared.filter(permission => permission.resourceType === undefined));
  registry.addResourceType<Owned>(resourceOf(async ids => ids.map(find)));
}

/** Makes the gate. */
export function createGate({ permissions, database }: GateParts): Gate {
  async function allows(caller: Caller, name: PermissionName, resourceRef?: string): Promise<boolean> {
    const request = { permission: permissionOf(name), ...(resourceRef === undefined ? {} : { resourceRef }) };
    const [decision] = await permissions.authorize([request], { credentials: { principal: caller } });
    return decision?.result === 'ALLOW';
  }

  /** Who may publish to their own remotes only may register only such. */
  async function mayRegisterAs(caller: Caller, remote: Owned): Promise<boolean> {
    if (!(await allows(caller, 'register'))) return false;
    const [decision] = await permissions.authorizeConditional([{ permission: permissionOf('publish') }], { credentials: { principal: caller } });
    return decision?.result === 'ALLOW' || (decision?.result === 'CONDITIONAL' && owns(caller, remote));
  }

  async function refuse({ caller, permission, action, remote }: Attempt): Promise<never> {
    const parameters = { permission: `registry.remote.${permission}`, remote: remote.id, owner: ownerOf(remote) };
    const refusal = createError(registryErrors.PERMISSION_MISSING, parameters);
    const entry = { actor: nameOf(caller), action, remote: remote.id.slice(0, 63), outcome: 'refused' as const };
    await writeAudit(database.knex, { ...entry, note: refusal.message });
    throw refusal;
  }

  /** Each question once, however many remotes there are. */
  async function permissionsOf(caller: Caller, remotes: readonly (Owned | undefined)[]): Promise<PermissionName[][]> {
    const type = resourceOf(async refs => refs.map(ref => remotes[Number(ref)]));
    const decisions = await permissions.authorizeConditional(acting.map(name => ({ permission: permissionOf(name) })), { credentials: { principal: caller } });
    const given = decisions.map(decision => {
      if (decision.result !== 'CONDITIONAL') return remotes.map(() => decision.result === 'ALLOW');
      const items = remotes.map((_remote, index) => ({ resourceRef: String(index), conditions: decision.conditions }));
      // A condition that can't be applied is denied, as when the thing itself is asked for.
      return applyCriteria(type as PermissionResourceType, items).catch(() => remotes.map(() => false));
    });
    const columns = await Promise.all(given);
    return remotes.map((_remote, index) => acting.filter((_name, column) => columns[column]?.[index]));
  }

  return {
    permissionsOf,
    async among(caller, name, ids) {
      const [permission, credentials] = [permissionOf(name), { principal: caller }];
      const [first] = await permissions.authorizeConditional([{ permission }], { credentials });
      if (first?.result !== 'CONDITIONAL') return first?.result === 'ALLOW' ? [...ids] : [];
      const decisions = await permissions.authorize(ids.map(resourceRef => ({ permission, resourceRef })), { credentials });
      return ids.filter((_id, index) => decisions[index]?.result === 'ALLOW');
    },
    mayRegister: caller => allows(caller, 'register'),
    async pass(attempt) {
      const { caller, permission, remote } = attempt;
      const may = permission === 'register' ? await mayRegisterAs(caller, remote) : await allows(caller, permission, remote.id);
      if (!may) await refuse(attempt);
    },
    async passTrust(attempt) {
      const { caller, permission } = attempt;
      if (caller.type === 'user') return;
      const [decision] = await permissions.authorizeConditional([{ permission: permissionOf(permission) }], { credentials: { principal: caller } });
      if (decision?.result !== 'ALLOW') await refuse(attempt);
    },
  };
}
