import { useExtensions, useRouteRef } from '@portico/plugin-api';
import type { Entity } from '@portico/plugin-catalog-common';
import { entityHeaderLinkPoint } from '@portico/plugin-catalog-react';
import { PageHeader } from '@portico/ui/page';
import type { ReactElement, ReactNode } from 'react';
import { LifecycleBadge } from '../../components/lifecycle-badge.tsx';
import { OwnerLink, ownerOf } from '../../components/owner-link.tsx';
import { pluralOf } from '../../components/plural-of.ts';
import { titleBeside, titleOf } from '../../components/title-of.ts';
import { textAt } from '../../components/text-at.ts';
import { indexRouteRef } from '../../routes.ts';
import styles from './entity-header.module.css';
import { EntityMenu } from './entity-menu.tsx';
import { StarButton } from './star-button.tsx';

/** The name of the entity and the facts that one looks for first. */
export function EntityHeader({ entity }: { readonly entity: Entity }): ReactElement {
  const indexPath = useRouteRef(indexRouteRef)();
  const { name } = entity.metadata;
  const links = useExtensions(entityHeaderLinkPoint, entity);
  const type = textAt(entity, 'type');
  return (
    <PageHeader
      title={titleOf(entity) ?? name}
      detail={titleBeside(entity) && name}
      breadcrumbs={[
        { label: 'Catalog', to: indexPath },
        { label: pluralOf(entity.kind), to: `${indexPath}?kind=${entity.kind.toLowerCase()}` },
      ]}
      subtitle={
        <dl className={styles.facts}>
          <Fact label="Kind">{entity.kind}</Fact>
          {type === undefined ? null : <Fact label="Type">{type}</Fact>}
          {ownerOf(entity) === undefined ? null : (
            <Fact label="Owner">
              <OwnerLink entity={entity} />
            </Fact>
          )}
          {textAt(entity, 'lifecycle') === undefined ? null : (
            <Fact label="Lifecycle">
              <LifecycleBadge entity={entity} />
            </Fact>
          )}
        </dl>
      }
      actions={
        <div className={styles.actions}>
          {links.map(({ id, pluginId, Component }) => (
            <Component key={`${pluginId} ${id}`} />
          ))}
          <StarButton entity={entity} />
          <EntityMenu />
        </div>
      }
    />
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
