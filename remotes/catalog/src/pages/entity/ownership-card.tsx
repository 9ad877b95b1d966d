import { useLocale, useRouteRef } from '@portico/plugin-api';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { Card } from '@portico/ui/card';
import { TextLink } from '@portico/ui/link';
import { Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useOwnedCounts } from '../../api/use-related-entities.ts';
import { pluralOf } from '../../components/plural-of.ts';
import { indexRouteRef } from '../../routes.ts';
import styles from './cards.module.css';

/** What a group or user owns, as counts by kind that lead to the list. */
export function OwnershipCard({ entity }: { readonly entity: Entity }): ReactElement {
  const locale = useLocale();
  const indexPath = useRouteRef(indexRouteRef)();
  const ref = stringifyEntityRef(entity);
  const { data, error } = useOwnedCounts(ref);
  return (
    <Card title="Ownership">
      {data === undefined && !error ? <Skeleton height="4rem" /> : null}
      {error ? <p className={styles.none}>What it owns can't be read now.</p> : null}
      {data?.length === 0 ? <p className={styles.none}>{entity.kind === 'User' ? 'Owns nothing in person. See what the groups own.' : 'Owns nothing in the catalog.'}</p> : null}
      <ul className={styles.counts}>
        {(data ?? []).map(({ value, count }) => (
          <li key={value}>
            <TextLink to={`${indexPath}?kind=${value.toLowerCase()}&owner=${encodeURIComponent(ref)}`} tone="quiet">
              <span className={styles.number}>{count.toLocaleString(locale)}</span>
              <span>{count === 1 ? value : pluralOf(value)}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
