import { DEFAULT_NAMESPACE, RELATION_PART_OF } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { Card } from '@portico/ui/card';
import type { ReactElement, ReactNode } from 'react';
import { TagList } from '../../components/tag-list.tsx';
import styles from './cards.module.css';
import { emailOf } from '../../components/email-of.ts';

/** What the entity is, in its own words, and where it belongs. */
export function AboutCard({ entity }: { readonly entity: Entity }): ReactElement {
  const { name, namespace = DEFAULT_NAMESPACE, description, tags = [], labels = {} } = entity.metadata;
  const email = emailOf(entity);
  return (
    <Card title="About">
      <p className={description ? styles.description : styles.none}>{description ?? 'No description.'}</p>
      <dl className={styles.facts}>
        <Fact label="Name">
          <code>{namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`}</code>
        </Fact>
        {email ? <Fact label="Email">{email}</Fact> : null}
        <RelatedFact entity={entity} type={RELATION_PART_OF} label="Part of" />
        {tags.length > 0 ? (
          <Fact label="Tags">
            <TagList tags={tags} />
          </Fact>
        ) : null}
        {Object.entries(labels).map(([key, value]) => (
          <Fact key={key} label={key}>
            {value}
          </Fact>
        ))}
      </dl>
    </Card>
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

interface RelatedFactProps {
  readonly entity: Entity;
  readonly type: string;
  readonly label: string;
}

function RelatedFact({ entity, type, label }: RelatedFactProps): ReactElement | null {
  const targets = (entity.relations ?? []).filter(relation => relation.type === type);
  if (targets.length === 0) return null;
  return (
    <Fact label={label}>
      {targets.map(({ targetRef }, index) => (
        <span key={targetRef}>
          {index === 0 ? '' : ', '}
          <EntityRefLink entity={targetRef} />
        </span>
      ))}
    </Fact>
  );
}
