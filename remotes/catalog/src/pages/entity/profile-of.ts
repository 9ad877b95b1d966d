import type { Entity } from '@portico/plugin-catalog-common';

/** The profile of a user or group, as far as it is text. */
export function profileOf(entity: Entity): { readonly displayName?: string; readonly email?: string } {
  const profile = entity.spec?.['profile'];
  if (typeof profile !== 'object' || profile === null || Array.isArray(profile)) return {};
  const { displayName, email } = profile as { displayName?: unknown; email?: unknown };
  return {
    ...(typeof displayName === 'string' && displayName !== entity.metadata.title ? { displayName } : {}),
    ...(typeof email === 'string' ? { email } : {}),
  };
}
