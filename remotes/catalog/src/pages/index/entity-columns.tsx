import { DEFAULT_NAMESPACE } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { Badge } from '@portico/ui/badge';
import type { TableColumn } from '@portico/ui/table';
import type { ReactElement } from 'react';
import { LifecycleBadge } from '../../components/lifecycle-badge.tsx';
import { OwnerLink } from '../../components/owner-link.tsx';
import { emailOf } from '../../components/email-of.ts';
import { refAt } from '../../components/ref-at.ts';
import { TagList } from '../../components/tag-list.tsx';
import { titleBeside } from '../../components/title-of.ts';
import { textAt } from '../../components/text-at.ts';
import styles from './index-page.module.css';

const columns: Readonly<Record<string, TableColumn<Entity>>> = {
  name: { id: 'name', header: 'Name', cell: entity => <NameCell entity={entity} />, sort: true, rowHeader: true, width: '16%' },
  kind: { id: 'kind', header: 'Kind', cell: entity => <Badge>{entity.kind}</Badge>, text: 'nowrap', width: '7.25rem' },
  system: { id: 'system', header: 'System', cell: entity => <PartLink entity={entity} field="system" />, sort: true, width: '10%' },
  domain: { id: 'domain', header: 'Domain', cell: entity => <PartLink entity={entity} field="domain" />, width: '14%' },
  owner: { id: 'owner', header: 'Owner', cell: entity => <OwnerLink entity={entity} />, sort: true, width: '16.5%' },
  type: { id: 'type', header: 'Type', cell: entity => textAt(entity, 'type'), sort: true, width: '8.5rem' },
  lifecycle: {
    id: 'lifecycle',
    header: 'Lifecycle',
    cell: entity => <LifecycleBadge entity={entity} />,
    sort: true,
    text: 'nowrap',
    width: '7.75rem',
  },
  email: { id: 'email', header: 'Email', cell: entity => emailOf(entity), width: '22%' },
  description: {
    id: 'description',
    header: 'Description',
    cell: ({ metadata }) => (metadata.description ? <span className={styles.description}>{metadata.description}</span> : ''),
    text: 'clamp',
  },
  tags: {
    id: 'tags',
    header: 'Tags',
    cell: ({ metadata }) => (metadata.tags?.length ? <TagList tags={metadata.tags} limit={2} /> : ''),
    width: '12%',
    priority: 'low',
  },
};

/** The columns of each kind; other kinds have those of `all` but the kind. */
const columnsOfKind: Readonly<Record<string, readonly string[]>> = {
  all: ['name', 'kind', 'owner', 'type', 'lifecycle', 'description', 'tags'],
  component: ['name', 'system', 'owner', 'type', 'lifecycle', 'description', 'tags'],
  api: ['name', 'system', 'owner', 'type', 'lifecycle', 'description', 'tags'],
  resource: ['name', 'system', 'owner', 'type', 'description', 'tags'],
  system: ['name', 'owner', 'domain', 'description', 'tags'],
  domain: ['name', 'owner', 'description', 'tags'],
  group: ['name', 'type', 'description', 'tags'],
  user: ['name', 'email', 'description', 'tags'],
  location: ['name', 'type', 'description', 'tags'],
};

const otherColumns = ['name', 'owner', 'type', 'lifecycle', 'description', 'tags'];

/** The columns for a kind. Where they are few, the names need not break. */
export function entityColumns(kind: string): readonly TableColumn<Entity>[] {
  const ids = columnsOfKind[kind] ?? otherColumns;
  const shown = ids.flatMap(id => columns[id] ?? []);
  return ids.length < 6 ? shown.map(column => (column.rowHeader ? { ...column, width: '22%' } : column)) : shown;
}

interface PartLinkProps {
  readonly entity: Entity;
  readonly field: 'system' | 'domain';
}

function PartLink({ entity, field }: PartLinkProps): ReactElement | null {
  const ref = refAt(entity, field);
  return ref ? <EntityRefLink entity={ref} defaultKind={field} /> : null;
}

function NameCell({ entity }: { readonly entity: Entity }): ReactElement {
  const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
  const title = titleBeside(entity);
  // The name comes first, because it is what the list is sorted by.
  return (
    <span className={styles.name}>
      <EntityRefLink entity={entity}>{namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`}</EntityRefLink>
      {title === undefined ? null : <span className={styles.title}>{title}</span>}
    </span>
  );
}
