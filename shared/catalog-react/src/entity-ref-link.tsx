import type { ReactElement, ReactNode } from 'react';
import { TextLink } from '@portico/ui/link';
import { DEFAULT_NAMESPACE } from '@portico/plugin-catalog-common';
import { compoundRefOf, useEntityPath } from './entity-route.ts';
import type { EntityLike } from './entity-route.ts';

/** Props of `EntityRefLink`. */
export interface EntityRefLinkProps {
  readonly entity: EntityLike;
  /** The kind that is expected here, for example `group` in a column of owners: another one is shown before the name. */
  readonly defaultKind?: string;
  /** Text in place of the entity's name. */
  readonly children?: ReactNode;
}

/** How an entity is called in a text: its title, else its name, after kind and namespace where they are not the expected ones. */
export function entityLabel(entity: EntityLike, defaultKind?: string): string {
  if (typeof entity !== 'string' && 'metadata' in entity && entity.metadata.title) return entity.metadata.title;
  const { kind, namespace, name } = compoundRefOf(entity);
  const within = namespace.toLowerCase() === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
  return defaultKind === undefined || kind.toLowerCase() === defaultKind.toLowerCase() ? within : `${kind.toLowerCase()}:${within}`;
}

/** Leads to the page of an entity; plain text while no plugin has such a page. */
export function EntityRefLink({ entity, defaultKind, children }: EntityRefLinkProps): ReactElement {
  const path = useEntityPath()(entity);
  const label = children ?? entityLabel(entity, defaultKind);
  return path === undefined ? <span>{label}</span> : <TextLink to={path}>{label}</TextLink>;
}
