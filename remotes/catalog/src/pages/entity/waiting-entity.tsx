import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useKindCrumbs } from '../../components/use-kind-crumbs.ts';
import styles from './entity-header.module.css';
import { WaitingCards } from './waiting-cards.tsx';

/** The page of an entity before the entity is there: what the address tells, and the places of the rest. */
export function WaitingEntity({ kind, name }: { readonly kind: string; readonly name: string }): ReactElement {
  const crumbs = useKindCrumbs(kind);
  return (
    <Page>
      <PageHeader
        title={name}
        breadcrumbs={crumbs}
        subtitle={
          <div className={styles.waiting} aria-busy="true">
            <Skeleton height="1rem" />
          </div>
        }
        actions={<Skeleton width="7.5rem" height="2rem" />}
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
