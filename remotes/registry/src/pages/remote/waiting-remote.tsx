import { Page, PageContent } from '@portico/ui/page';
import { Skeleton } from '@portico/ui/states';
import type { ReactElement } from 'react';

/** Holds the place of a page whose content is on its way. */
export function WaitingRemote(): ReactElement {
  return (
    <Page>
      <PageContent>
        <Skeleton lines={2} />
        <Skeleton lines={8} />
      </PageContent>
    </Page>
  );
}
