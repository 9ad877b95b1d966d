import type { Entity } from '@portico/plugin-catalog-common';

/** What people call an entity: its title, or the display name of a user or group. Undefined where that is its name. */
export function titleOf({ metadata, spec }: Entity): string | undefined {
  const { displayName } = (spec?.['profile'] ?? {}) as { displayName?: unknown };
  const title = metadata.title ?? (typeof displayName === 'string' ? displayName : undefined);
  return title === metadata.name ? undefined : title || undefined;
}

const read = (text: string) => text.toLocaleLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The title where it tells a reader more than the name does: “Cart Service” beside `cart-service` would only be noise. */
export function titleBeside(entity: Entity): string | undefined {
  const title = titleOf(entity);
  return title && read(title) !== read(entity.metadata.name) ? title : undefined;
}
