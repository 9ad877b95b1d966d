import type { ConfigReader } from '@portico/config';
import { createError, permissionErrors } from '@portico/errors';
import type { Roles } from './roles.ts';

/** Gives a role to users and groups by entity ref, to programs by subject, or to all (`*`). */
interface Assignment {
  readonly role: string;
  readonly members: ReadonlySet<string>;
}

/** Roles of somebody who is known by any of these names. */
export type RolesOf = (names: readonly string[]) => readonly string[];

const everybody: Assignment = { role: 'viewer', members: new Set(['*']) };

/**
 * Reads `permission.assignments`. All have the role viewer beside.
 *
 * @throws PERMISSION_ROLE_UNKNOWN
 */
export function readAssignments(config: ConfigReader, roles: Roles): RolesOf {
  const configured = (config.getOptionalConfigArray('permission.assignments') ?? []).map(entry => ({
    role: entry.getString('role'),
    members: new Set(entry.getStringArray('members').map(member => member.toLowerCase())),
  }));
  for (const { role } of configured) {
    if (!roles.has(role)) throw createError(permissionErrors.ROLE_UNKNOWN, { role, known: [...roles.keys()].join(', ') });
  }
  return names => {
    const known = ['*', ...names.map(name => name.toLowerCase())];
    const fitting = [...configured, everybody].filter(({ members }) => known.some(name => members.has(name)));
    return [...new Set(fitting.map(({ role }) => role))];
  };
}
