import { useApi } from '@portico/plugin-api';
import type { Entity } from '@portico/plugin-catalog-common';
import { catalogApiRef, useStarredEntities } from '@portico/plugin-catalog-react';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { StarIcon } from '@portico/ui/icons';
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import styles from './cards.module.css';

const fields = ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'];

/** The entities that the user marked with a star, the newest first: by their refs at once, as they are called when that is known. */
export default function StarredCard(): ReactElement {
  const catalog = useApi(catalogApiRef);
  const entityRefs = useStarredEntities();
  const load = useCallback(
    async (signal: AbortSignal): Promise<ReadonlyMap<string, Entity | undefined>> => {
      if (entityRefs.length === 0) return new Map();
      const { items } = await catalog.getEntitiesByRefs({ entityRefs, fields }, { signal });
      return new Map(entityRefs.map((entityRef, at) => [entityRef, items[at]]));
    },
    [catalog, entityRefs],
  );
  const loaded = useLoaded(load);
  const known = loaded.status === 'ready' ? loaded.value : undefined;
  if (entityRefs.length === 0) {
    return (
      <p className={styles.blank}>
        <StarIcon />
        Mark an entity with its star, and it is one click away here.
      </p>
    );
  }
  return (
    <ul className={styles.lines}>
      {entityRefs.toReversed().map(entityRef => {
        const entity = known?.get(entityRef);
        return (
          <li key={entityRef}>
            <EntityRefLink entity={entity ?? entityRef} />
            <span className={styles.quiet}>{entity?.kind ?? (known?.has(entityRef) ? 'no longer there' : '')}</span>
          </li>
        );
      })}
    </ul>
  );
}
