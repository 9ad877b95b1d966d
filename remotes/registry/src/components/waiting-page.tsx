import { Page, PageContent } from '@portico/ui/page';
import { Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';

/** Holds the place of a page whose code is on its way: where it is, its title, a line about it, and what it shows. */
export function WaitingPage(): ReactElement {
  return (
    <Page>
      <PageContent>
        <Skeleton width="4rem" height="0.875rem" />
        <Skeleton width="min(16rem, 60%)" height="2rem" />
        <Skeleton width="min(24rem, 80%)" height="1rem" />
        <Skeleton height="16rem" />
      </PageContent>
    </Page>
  );
}
