import type { Entity } from '@portico/plugin-catalog-common';

/** The address in the profile of a user or group. */
export function emailOf(entity: Entity): string | undefined {
  const { email } = (entity.spec?.['profile'] ?? {}) as { email?: unknown };
  return typeof email === 'string' && email !== '' ? email : undefined;
}
