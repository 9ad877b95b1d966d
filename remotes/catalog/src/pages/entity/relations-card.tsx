import { parseEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink, entityLabel } from '@portico/plugin-catalog-react/entity-ref-link';
import { Badge } from '@portico/ui/badge';
import { Button } from '@portico/ui/button';
import { Card } from '@portico/ui/card';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRelatedEntities } from '../../api/use-related-entities.ts';
import { kindTitle } from '../../components/kind-title.ts';
import styles from './cards.module.css';
import { relationGroups } from './relation-groups.ts';

/** How many targets of one type show before the rest is asked for. */
const limit = 8;

interface RelationsCardProps {
  readonly entity: Entity;
  /** Types that are shown elsewhere. Default: none. */
  readonly except?: readonly string[];
}

/** What the entity has to do with others, by type of relation. */
export function RelationsCard({ entity, except = [] }: RelationsCardProps): ReactElement | null {
  const all = entity.relations ?? [];
  const related = useRelatedEntities(entity);
  const groups = relationGroups(all.filter(({ type }) => !except.includes(type)));
  if (groups.length === 0 && all.length > 0) return null;
  return (
    <Card title="Relations">
      {groups.length === 0 ? <p className={styles.none}>Nothing in the catalog is related to it.</p> : null}
      <dl className={styles.relations}>
        {groups.map(group => (
          <div key={group.type}>
            <dt>{group.label}</dt>
            <dd>
              <RelationTargets refs={group.targets} label={group.label} isMissing={ref => related.data?.get(ref) === null} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

interface RelationTargetsProps {
  readonly refs: readonly string[];
  readonly label: string;
  /** True for what the catalog is known not to have. */
  readonly isMissing: (ref: string) => boolean;
}

function RelationTargets({ refs, label, isMissing }: RelationTargetsProps): ReactElement {
  const [all, setAll] = useState(refs.length <= limit + 1);
  const shown = all ? refs : refs.slice(0, limit);
  return (
    <>
      <ul className={styles.list}>
        {shown.map(ref => {
          const { kind } = parseEntityRef(ref);
          const missing = isMissing(ref);
          return (
            <li key={ref}>
              {missing ? <span>{entityLabel(ref, kind)}</span> : <EntityRefLink entity={ref} defaultKind={kind} />}
              <span className={styles.kind}>{kindTitle(kind)}</span>
              {missing ? <Badge tone="warning">missing</Badge> : null}
            </li>
          );
        })}
      </ul>
      {all ? null : (
        <Button variant="plain" size="small" aria-label={`Show all ${refs.length}: ${label}`} onClick={() => setAll(true)}>
          Show all {refs.length}
        </Button>
      )}
    </>
  );
}
