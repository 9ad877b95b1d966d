import { useRouteRef } from '@portico/plugin-api';
import { TextLink } from '@portico/ui/link';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { EmptyState } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { indexRouteRef } from '../routes.ts';

/** An address below the catalog that names no entity. */
export function UnknownPath(): ReactElement {
  const { pathname } = useLocation();
  const indexPath = useRouteRef(indexRouteRef)();
  return (
    <Page>
      <PageHeader title="No such page" breadcrumbs={[{ label: 'Catalog', to: indexPath }]} />
      <PageContent>
        <EmptyState
          title="This address names no entity"
          description={
            <>
              The page of an entity is at <code>{indexPath}/namespace/kind/name</code>; this is <code>{pathname}</code>.
            </>
          }
          action={<TextLink to={indexPath}>Look through the catalog</TextLink>}
        />
      </PageContent>
    </Page>
  );
}
