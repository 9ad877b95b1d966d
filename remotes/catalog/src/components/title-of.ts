import type { Entity } from '@portico/plugin-catalog-common';

/** What people call an entity: its title, or the display name of a user or group. Undefined where that is its name. */
export function titleOf({ metadata, spec }: Entity): string | undefined {
  const { displayName } = (spec?.['profile'] ?? {}) as { displayName?: unknown };
  const title = metadata.title ?? (typeof displayName === 'string' ? displayName : undefined);
  return title === metadata.name ? undefined : title || undefined;
}
