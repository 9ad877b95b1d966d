import { DEFAULT_NAMESPACE } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { Badge } from '@portico/ui/badge';
import type { TableColumn } from '@portico/ui/table';
import type { ReactElement } from 'react';
import { LifecycleBadge } from '../../components/lifecycle-badge.tsx';
import { OwnerLink } from '../../components/owner-link.tsx';
import { TagList } from '../../components/tag-list.tsx';
import { titleOf } from '../../components/title-of.ts';
import { textAt } from '../../components/text-at.ts';
import styles from './index-page.module.css';

/** The columns of the list. */
export function entityColumns(showKind: boolean): readonly TableColumn<Entity>[] {
  const kind: TableColumn<Entity> = { id: 'kind', header: 'Kind', cell: entity => <Badge>{entity.kind}</Badge>, text: 'nowrap' };
  return [
    { id: 'name', header: 'Name', cell: entity => <NameCell entity={entity} />, sort: true, rowHeader: true, width: '16%' },
    ...(showKind ? [kind] : []),
    { id: 'owner', header: 'Owner', cell: entity => <OwnerLink entity={entity} />, sort: true, width: '11%' },
    { id: 'type', header: 'Type', cell: entity => textAt(entity, 'type'), sort: true, text: 'nowrap' },
    { id: 'lifecycle', header: 'Lifecycle', cell: entity => <LifecycleBadge entity={entity} />, sort: true, text: 'nowrap' },
    {
      id: 'description',
      header: 'Description',
      cell: ({ metadata }) => (metadata.description ? <span className={styles.description}>{metadata.description}</span> : ''),
      text: 'clamp',
      width: '32%',
    },
    {
      id: 'tags',
      header: 'Tags',
      cell: ({ metadata }) => (metadata.tags?.length ? <TagList tags={metadata.tags} limit={3} /> : ''),
      width: '17%',
    },
  ];
}

function NameCell({ entity }: { readonly entity: Entity }): ReactElement {
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  const title = titleOf(entity);
  // The name comes first, because it is what the list is sorted by.
  return (
    <span className={styles.name}>
      <EntityRefLink entity={entity}>{namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`}</EntityRefLink>
      {title === undefined ? null : <span className={styles.title}>{title}</span>}
    </span>
  );
}
