import type { ConfigReader } from '@portico/config';
import type { Permission, PermissionCriteria, PolicyDecision } from '@portico/backend-framework';
import { readAssignments } from './assignments.ts';
import { readRoles } from './roles.ts';
import type { Grant } from './roles.ts';

/** Whom the policy decides about. */
export interface PolicySubject {
  /** Entity refs of a user and its groups, or the subject of a program. */
  readonly names: readonly string[];
  /** Roles that come with the way of signing in, or with the token of a program. */
  readonly grantedRoles: readonly string[];
}

/** The one place where it is decided what somebody may do. */
export interface Policy {
  rolesOf(subject: PolicySubject): readonly string[];
  decide(permission: Permission, subject: PolicySubject): PolicyDecision;
}

type Matches = (name: string) => boolean;

function matcherOf(pattern: string): Matches {
  const parts = pattern.split('*').map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`);
  return name => expression.test(name);
}

function fill(value: unknown, { names }: PolicySubject): unknown {
  if (value === '$ownerRefs') return names;
  if (value === '$currentUser') return names[0];
  if (Array.isArray(value)) return value.flatMap(item => fill(item, { names, grantedRoles: [] }));
  return value;
}

/** Puts in who asks: `$ownerRefs`, `$currentUser`, and `claims` of rules about owners. */
function about(subject: PolicySubject, criteria: PermissionCriteria): PermissionCriteria {
  if ('allOf' in criteria) return { allOf: criteria.allOf.map(one => about(subject, one)) };
  if ('anyOf' in criteria) return { anyOf: criteria.anyOf.map(one => about(subject, one)) };
  if ('not' in criteria) return { not: about(subject, criteria.not) };
  const claims = criteria.rule.endsWith('_OWNER') ? { claims: subject.names } : {};
  const params = Object.entries(criteria.params ?? {}).map(([key, value]) => [key, fill(value, subject)] as const);
  return { rule: criteria.rule, params: { ...claims, ...Object.fromEntries(params) } };
}

const allowAll: Policy = { rolesOf: ({ grantedRoles }) => grantedRoles, decide: () => ({ result: 'ALLOW' }) };

/**
 * The policy of `permission`: whoever has a role may do what it grants. Conditions of several grants are alternatives.
 *
 * @throws the faults of the configuration
 */
export function createPolicy(config: ConfigReader): Policy {
  if (config.getOptionalBoolean('permission.enabled') === false) return allowAll;
  const roles = readRoles(config);
  const assigned = readAssignments(config, roles);
  const grantsOf = new Map([...roles].map(([name, grants]) => [name, grants.map(grant => ({ ...grant, matches: matcherOf(grant.pattern) }))]));
  const rolesOf = ({ names, grantedRoles }: PolicySubject) => [...new Set([...grantedRoles, ...assigned(names)])];
  return {
    rolesOf,
    decide({ name, resourceType }, subject) {
      const grants: Grant[] = rolesOf(subject).flatMap(role => (grantsOf.get(role) ?? []).filter(({ matches }) => matches(name)));
      if (grants.some(({ criteria }) => criteria === undefined)) return { result: 'ALLOW' };
      const conditions = grants.flatMap(({ criteria }) => (criteria ? [about(subject, criteria)] : []));
      // A condition on a thing that is not there can't be met.
      if (conditions.length === 0 || resourceType === undefined) return { result: 'DENY' };
      const [only] = conditions;
      const criteria = conditions.length === 1 && only ? only : { anyOf: conditions };
      return { result: 'CONDITIONAL', pluginId: name.split('.', 1)[0] ?? '', resourceType, conditions: criteria };
    },
  };
}
