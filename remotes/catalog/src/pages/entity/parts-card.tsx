import { RELATION_HAS_PART } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { Card } from '@portico/ui/card';
import { Skeleton } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import type { TableColumn } from '@portico/ui/table';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { ReactElement } from 'react';
import { useRelatedEntities } from '../../api/use-related-entities.ts';
import { pluralOf } from '../../components/plural-of.ts';
import { textAt } from '../../components/text-at.ts';
import styles from './cards.module.css';

const columns: readonly TableColumn<Entity>[] = [
  { id: 'name', header: 'Name', cell: entity => <EntityRefLink entity={entity} />, rowHeader: true, width: '30%' },
  { id: 'type', header: 'Type', cell: entity => textAt(entity, 'type'), text: 'nowrap', width: '20%' },
  { id: 'description', header: 'Description', cell: entity => entity.metadata.description, text: 'clamp' },
];

const order = ['system', 'component', 'api', 'resource'];

/** What a system or domain consists of: one card for each kind. */
export function PartsCards({ entity }: { readonly entity: Entity }): ReactElement {
  const related = useRelatedEntities(entity);
  const refs = new Set((entity.relations ?? []).filter(({ type }) => type === RELATION_HAS_PART).map(({ targetRef }) => targetRef));
  if (refs.size === 0) {
    return (
      <Card title="Parts">
        <p className={styles.none}>Nothing belongs to it yet.</p>
      </Card>
    );
  }
  if (related.data === undefined) {
    return (
      <Card title="Parts" size="wide">
        {related.error ? <p className={styles.none}>Its parts can't be read now.</p> : <Skeleton lines={refs.size} />}
      </Card>
    );
  }
  const parts = [...related.data].flatMap(([ref, part]) => (part && refs.has(ref) ? [part] : []));
  const byKind = [...Map.groupBy(parts, part => part.kind)].sort(([left], [right]) => rank(left) - rank(right));
  return (
    <>
      {byKind.map(([kind, entities]) => (
        <Card key={kind} title={pluralOf(kind)} count={entities.length} size="wide" padding="none">
          <Table label={pluralOf(kind)} columns={columns} rows={entities} rowKey={stringifyEntityRef} />
        </Card>
      ))}
    </>
  );
}

function rank(kind: string): number {
  const at = order.indexOf(kind.toLowerCase());
  return at < 0 ? order.length : at;
}
