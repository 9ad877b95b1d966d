import { useRouteRef } from '@portico/plugin-api';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { pluralOf } from '../../components/plural-of.ts';
import { indexRouteRef } from '../../routes.ts';
import styles from './entity-header.module.css';
import { WaitingCards } from './waiting-cards.tsx';

/** The page of an entity before the entity is there: what the address tells, and the places of the rest. */
export function WaitingEntity({ kind, name }: { readonly kind: string; readonly name: string }): ReactElement {
  const indexPath = useRouteRef(indexRouteRef)();
  const shownKind = kind === 'api' ? 'API' : kind.charAt(0).toUpperCase() + kind.slice(1);
  return (
    <Page>
      <PageHeader
        title={name}
        breadcrumbs={[
          { label: 'Catalog', to: indexPath },
          { label: pluralOf(shownKind), to: `${indexPath}?kind=${kind}` },
        ]}
        subtitle={
          <div className={styles.waiting} aria-busy="true">
            <Skeleton height="1rem" />
          </div>
        }
      />
      <PageContent>
        <div className={styles.waitingTabs} aria-hidden="true">
          <Skeleton width="4rem" height="1rem" />
          <Skeleton width="4rem" height="1rem" />
          <Skeleton width="3rem" height="1rem" />
        </div>
        <WaitingCards />
      </PageContent>
    </Page>
  );
}
