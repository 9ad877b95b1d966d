import { useApi } from '@portico/plugin-api';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { starredEntitiesApiRef, useStarredEntities } from '@portico/plugin-catalog-react';
import { Button } from '@portico/ui/button';
import type { ReactElement } from 'react';
import styles from './entity-header.module.css';

/** Keeps an entity at hand on the home page and in the list of starred ones. */
export function StarButton({ entity }: { readonly entity: Entity }): ReactElement {
  const starred = useApi(starredEntitiesApiRef);
  const ref = stringifyEntityRef(entity);
  const isStarred = useStarredEntities().includes(ref);
  return (
    <Button aria-pressed={isStarred} aria-label={`Star ${entity.metadata.name}`} onClick={() => starred.toggle(ref)}>
      <svg className={styles.star} data-starred={isStarred} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.6 9.7l5.8-.8z" />
      </svg>
      {isStarred ? 'Starred' : 'Star'}
    </Button>
  );
}
