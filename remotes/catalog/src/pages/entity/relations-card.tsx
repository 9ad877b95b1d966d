import { parseEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { Button } from '@portico/ui/button';
import { Card } from '@portico/ui/card';
import { useState } from 'react';
import type { ReactElement } from 'react';
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
              <RelationTargets refs={group.targets} label={group.label} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function RelationTargets({ refs, label }: { readonly refs: readonly string[]; readonly label: string }): ReactElement {
  const [all, setAll] = useState(refs.length <= limit + 1);
  const shown = all ? refs : refs.slice(0, limit);
  return (
    <>
      <ul className={styles.list}>
        {shown.map(ref => {
          const { kind } = parseEntityRef(ref);
          return (
            <li key={ref}>
              <EntityRefLink entity={ref} defaultKind={kind} />
              <span className={styles.kind}>{kind}</span>
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
