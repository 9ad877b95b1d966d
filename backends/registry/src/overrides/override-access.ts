import { createError, registryErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { nameOf } from '../access/access.ts';
import type { Caller } from '../access/access.ts';
import type { Gate } from '../access/gate.ts';
import type { OverrideSettings } from '../config/override-settings.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import { writeAudit } from '../store/audit-store.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';
import { isAllowedOrigin, overridePlace } from './override-place.ts';

/** Somebody wants to replace a remote by what is at a URL. */
export interface OverrideAttempt {
  readonly caller: Caller;
  /** As the audit trail calls it. */
  readonly action: string;
  readonly remote: KnownRemote;
  readonly url: string;
}

/** Says who may replace what, by what. */
export interface OverrideAccess {
  /** Lets through who may; other attempts are written down. @throws REGISTRY_OVERRIDE_OFF, _URL, _ORIGIN, _ROLE, REGISTRY_PERMISSION_MISSING */
  pass(attempt: OverrideAttempt): Promise<void>;
  /** Why an override that was allowed once is not any more. */
  whyNot(caller: Caller, remote: string, url: string): Promise<PorticoError | undefined>;
  /** The ids among these that somebody may replace. */
  among(caller: Caller, ids: readonly string[]): Promise<string[]>;
}

/** What the access works with. */
export interface OverrideAccessParts {
  readonly gate: Gate;
  readonly database: RegistryDatabase;
  /** As they are now. */
  settings(): OverrideSettings;
}

/** The session of a user, unless a plugin only asks in the user's name. */
export function sessionOf(caller: Caller): string | undefined {
  return caller.type === 'user' && !caller.actor ? caller.sessionId : undefined;
}

/** Makes it. Everything is asked again for each snapshot. */
export function createOverrideAccess({ gate, database, settings }: OverrideAccessParts): OverrideAccess {
  function configuredFault(caller: Caller, url: string | undefined): PorticoError | undefined {
    const { enabled, allowedOrigins, allowedRoles } = settings();
    if (!enabled) return createError(registryErrors.OVERRIDE_OFF);
    if (sessionOf(caller) === undefined) return createError(registryErrors.OVERRIDE_SESSION, { caller: nameOf(caller) });
    if (!caller.roles.some(role => allowedRoles.includes(role))) {
      const received = caller.roles.join(', ') || 'none';
      return createError(registryErrors.OVERRIDE_ROLE, { allowed: allowedRoles.join(', ') || 'none', received });
    }
    const origin = url === undefined ? undefined : overridePlace(url).origin;
    if (origin === undefined || isAllowedOrigin(allowedOrigins, origin)) return undefined;
    return createError(registryErrors.OVERRIDE_ORIGIN, { allowed: allowedOrigins.join(', ') || 'none', origin });
  }

  return {
    async pass({ caller, action, remote, url }) {
      const refusal = configuredFault(caller, url);
      if (refusal) {
        await writeAudit(database.knex, { actor: nameOf(caller), action, remote: remote.id, outcome: 'refused', note: refusal.message });
        throw refusal;
      }
      await gate.pass({ caller, permission: 'override', action, remote });
    },
    async whyNot(caller, remote, url) {
      const fault = configuredFault(caller, url);
      if (fault) return fault;
      if ((await gate.among(caller, 'override', [remote])).length > 0) return undefined;
      const owner = 'somebody else';
      return createError(registryErrors.PERMISSION_MISSING, { permission: 'registry.remote.override', remote, owner });
    },
    async among(caller, ids) {
      return configuredFault(caller, undefined) ? [] : gate.among(caller, 'override', ids);
    },
  };
}
