import { RELATION_HAS_MEMBER, RELATION_MEMBER_OF } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { Avatar } from '@portico/ui/avatar';
import { Button } from '@portico/ui/button';
import { Card } from '@portico/ui/card';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRelatedEntities } from '../../api/use-related-entities.ts';
import { titleOf } from '../../components/title-of.ts';
import { emailOf } from '../../components/email-of.ts';
import styles from './cards.module.css';

const limit = 10;

/** Who belongs to a group, or which groups a user belongs to. */
export function MembersCard({ entity }: { readonly entity: Entity }): ReactElement {
  const isGroup = entity.kind.toLowerCase() === 'group';
  const type = isGroup ? RELATION_HAS_MEMBER : RELATION_MEMBER_OF;
  const related = useRelatedEntities(entity);
  const [all, setAll] = useState(false);
  const refs = [
    ...new Set((entity.relations ?? []).filter(relation => relation.type === type).map(relation => relation.targetRef)),
  ].sort();
  const shown = all || refs.length <= limit + 1 ? refs : refs.slice(0, limit);
  return (
    <Card title={isGroup ? 'Members' : 'Groups'} {...(refs.length > 0 ? { count: refs.length } : {})}>
      {refs.length === 0 ? <p className={styles.none}>{isGroup ? 'Nobody yet.' : 'In no group.'}</p> : null}
      <ul className={styles.people}>
        {shown.map(ref => {
          const person = related.data?.get(ref);
          const title = person ? titleOf(person) : undefined;
          const detail = person ? (emailOf(person) ?? person.metadata.description) : undefined;
          return (
            <li key={ref}>
              <Avatar name={title ?? ref.replace(/^.*\//, '')} />
              <span className={styles.person}>
                <EntityRefLink entity={ref} defaultKind={isGroup ? 'user' : 'group'}>
                  {title}
                </EntityRefLink>
                {/* A blank holds the line's place until it is known. */}
                {detail || related.isLoading ? <span className={styles.kind}>{detail ?? '\u00a0'}</span> : null}
              </span>
            </li>
          );
        })}
      </ul>
      {shown.length < refs.length ? (
        <Button variant="plain" size="small" onClick={() => setAll(true)}>
          Show all {refs.length}
        </Button>
      ) : null}
    </Card>
  );
}
