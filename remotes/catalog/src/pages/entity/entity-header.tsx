import { useExtensions, useRouteRef } from '@portico/plugin-api';
import { ANNOTATION_EDIT_URL, ANNOTATION_VIEW_URL } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { entityHeaderLinkPoint } from '@portico/plugin-catalog-react';
import { TextLink } from '@portico/ui/link';
import { PageHeader } from '@portico/ui/page';
import type { ReactElement } from 'react';
import { LifecycleBadge } from '../../components/lifecycle-badge.tsx';
import { OwnerLink, ownerOf } from '../../components/owner-link.tsx';
import { pluralOf } from '../../components/plural-of.ts';
import { titleOf } from '../../components/title-of.ts';
import { textAt } from '../../components/text-at.ts';
import { indexRouteRef } from '../../routes.ts';
import styles from './entity-header.module.css';
import { EntityMenu } from './entity-menu.tsx';
import { StarButton } from './star-button.tsx';

/** The name of the entity and the facts that one looks for first. */
export function EntityHeader({ entity }: { readonly entity: Entity }): ReactElement {
  const indexPath = useRouteRef(indexRouteRef)();
  const { name, annotations = {} } = entity.metadata;
  const title = titleOf(entity);
  const links = useExtensions(entityHeaderLinkPoint, entity);
  const type = textAt(entity, 'type');
  const viewUrl = annotations[ANNOTATION_VIEW_URL];
  const editUrl = annotations[ANNOTATION_EDIT_URL];
  return (
    <PageHeader
      title={title ?? name}
      detail={title === undefined ? undefined : name}
      breadcrumbs={[
        { label: 'Catalog', to: indexPath },
        { label: pluralOf(entity.kind), to: `${indexPath}?kind=${entity.kind.toLowerCase()}` },
      ]}
      subtitle={
        <dl className={styles.facts}>
          <div>
            <dt>Kind</dt>
            <dd>{entity.kind}</dd>
          </div>
          {type === undefined ? null : (
            <div>
              <dt>Type</dt>
              <dd>{type}</dd>
            </div>
          )}
          {ownerOf(entity) === undefined ? null : (
            <div>
              <dt>Owner</dt>
              <dd>
                <OwnerLink entity={entity} />
              </dd>
            </div>
          )}
          {textAt(entity, 'lifecycle') === undefined ? null : (
            <div>
              <dt>Lifecycle</dt>
              <dd>
                <LifecycleBadge entity={entity} />
              </dd>
            </div>
          )}
        </dl>
      }
      actions={
        <>
          {viewUrl || editUrl || links.length > 0 ? (
            <span className={styles.links}>
              {viewUrl ? <TextLink href={viewUrl}>View source</TextLink> : null}
              {editUrl ? <TextLink href={editUrl}>Edit</TextLink> : null}
              {links.map(({ id, pluginId, Component }) => (
                <Component key={`${pluginId} ${id}`} />
              ))}
            </span>
          ) : null}
          <StarButton entity={entity} />
          <EntityMenu entity={entity} />
        </>
      }
    />
  );
}
