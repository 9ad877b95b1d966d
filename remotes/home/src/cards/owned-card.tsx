import { identityApiRef, useApi } from '@portico/plugin-api';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { Badge } from '@portico/ui/badge';
import { TextLink } from '@portico/ui/link';
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { CardBody } from './card-body.tsx';
import styles from './cards.module.css';

const shown = 6;

/** What the user and the user's groups own: counts by kind and the first of them. */
export default function OwnedCard(): ReactElement {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const filter = { 'relations.ownedby': identity.getIdentity().ownershipEntityRefs };
      const [page, { facets }] = await Promise.all([
        catalog.queryEntities({ filter, limit: shown, orderFields: [{ field: 'metadata.name', order: 'asc' }] }, { signal }),
        catalog.getFacets({ facets: ['kind'], filter }, { signal }),
      ]);
      return { ...page, kinds: facets['kind'] ?? [] };
    },
    [catalog, identity],
  );
  return (
    <CardBody state={useLoaded(load)} failed="What you own can't be read">
      {({ items, totalItems, kinds }) =>
        items.length === 0 ? (
          <p className={styles.none}>
            Nothing in the catalog names you or your groups as its owner. <TextLink to="/catalog">Open the catalog</TextLink>
          </p>
        ) : (
          <>
            <ul className={styles.counts} aria-label="Counts by kind">
              {kinds.map(({ value, count }) => (
                <li key={value}>
                  <Badge>{`${count} ${value}`}</Badge>
                </li>
              ))}
            </ul>
            <ul className={styles.lines}>
              {items.map(entity => (
                <li key={stringifyEntityRef(entity)}>
                  <EntityRefLink entity={entity} />
                  <span className={styles.quiet}>{entity.kind}</span>
                </li>
              ))}
            </ul>
            {totalItems > items.length ? <p className={styles.quiet}>{`and ${totalItems - items.length} more`}</p> : null}
          </>
        )
      }
    </CardBody>
  );
}
