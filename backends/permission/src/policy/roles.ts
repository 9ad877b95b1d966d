import type { ConfigReader, JsonValue } from '@portico/config';
import type { PermissionCriteria } from '@portico/backend-framework';
import { createError, permissionErrors } from '@portico/errors';

/** What a role may do: permissions by name, where `*` stands for any text. */
export interface Grant {
  readonly pattern: string;
  /** Only for things that fit. */
  readonly criteria?: PermissionCriteria;
}

/** Roles by name. */
export type Roles = ReadonlyMap<string, readonly Grant[]>;

const own = (pattern: string): Grant => ({ pattern, criteria: { rule: 'IS_OWNER' } });
const reading = ['*.read', '*.validate', '*.analyze', 'catalog.entity.refresh'].map(pattern => ({ pattern }));
const onOwnRemotes = ['publish', 'promote', 'rollback', 'disable', 'override'].map(action => own(`registry.remote.${action}`));

/** Roles that are there without configuration; one of the same name in `permission.roles` takes the place. */
const readyMade: Roles = new Map<string, readonly Grant[]>([
  ['portal-admin', [{ pattern: '*' }]],
  ['remote-publisher', [...reading, { pattern: 'registry.remote.register' }, ...onOwnRemotes]],
  ['viewer', reading],
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readList(value: unknown, path: string): PermissionCriteria[] {
  if (!Array.isArray(value)) throw createError(permissionErrors.CONDITION_INVALID, { path });
  return value.map((item, index) => readCriteria(item, `${path}[${index}]`));
}

/** `is owner`, `IS_OWNER`, `{ rule, params }`, `{ allOf | anyOf: [...] }` or `{ not: ... }`. */
function readCriteria(value: unknown, path: string): PermissionCriteria {
  if (typeof value === 'string' && value.trim() !== '') return { rule: value.trim().toUpperCase().replaceAll(/[\s-]+/g, '_') };
  if (isObject(value)) {
    if ('allOf' in value) return { allOf: readList(value['allOf'], `${path}.allOf`) };
    if ('anyOf' in value) return { anyOf: readList(value['anyOf'], `${path}.anyOf`) };
    if ('not' in value) return { not: readCriteria(value['not'], `${path}.not`) };
    const { rule, params } = value;
    if (typeof rule === 'string') return { rule, ...(isObject(params) ? { params } : {}) };
  }
  throw createError(permissionErrors.CONDITION_INVALID, { path });
}

function readGrants(value: JsonValue, path: string): Grant[] {
  if (typeof value === 'string') return [{ pattern: value }];
  const { permission, if: condition } = value as { permission: string | string[]; if?: JsonValue };
  const criteria = condition === undefined ? {} : { criteria: readCriteria(condition, `${path}.if`) };
  return [permission].flat().map(pattern => ({ pattern, ...criteria }));
}

/** The ready-made roles with those of `permission.roles`. */
export function readRoles(config: ConfigReader): Roles {
  const roles = new Map(readyMade);
  const configured = config.getOptional<Record<string, { permissions: JsonValue[] }>>('permission.roles') ?? {};
  for (const [name, { permissions }] of Object.entries(configured)) {
    const path = `permission.roles.${name}.permissions`;
    roles.set(name, permissions.flatMap((grant, index) => readGrants(grant, `${path}[${index}]`)));
  }
  return roles;
}
