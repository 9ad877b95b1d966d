import { identityApiRef, useApi, useLocale, useRouteRef } from '@portico/plugin-api';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import { catalogApiRef, catalogIndexRouteRef } from '@portico/plugin-catalog-react';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { TextLink } from '@portico/ui/link';
import { useCallback } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { CardBody } from './card-body.tsx';
import styles from './cards.module.css';

const shown = 6;

/** What the user and the user's groups own: counts by kind and the first of them. */
export default function OwnedCard(): ReactElement {
  const catalog = useApi(catalogApiRef);
  const locale = useLocale();
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
            Nothing in the catalog names you or your groups as its owner. <CatalogLink query="?list=all">Open the catalog</CatalogLink>
          </p>
        ) : (
          <>
            <ul className={styles.kinds} aria-label="Counts by kind">
              {kinds.map(({ value, count }) => (
                <li key={value}>
                  <CatalogLink query={`?kind=${value.toLowerCase()}&list=owned`}>
                    <strong>{count.toLocaleString(locale)}</strong> {count === 1 ? value : `${value}s`}
                  </CatalogLink>
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
            {totalItems > items.length ? (
              <p className={styles.more}>
                <CatalogLink query="?kind=all&list=owned">{`All ${totalItems.toLocaleString(locale)} that I own`}</CatalogLink>
              </p>
            ) : null}
          </>
        )
      }
    </CardBody>
  );
}

/** A link to the catalog's list; plain text while no plugin has one. */
function CatalogLink({ query, children }: { readonly query: string; readonly children: ReactNode }): ReactElement {
  const path = useRouteRef(catalogIndexRouteRef)?.();
  return path === undefined ? <span>{children}</span> : <TextLink to={`${path}${query}`}>{children}</TextLink>;
}
