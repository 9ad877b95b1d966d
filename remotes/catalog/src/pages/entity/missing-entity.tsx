import { useRouteRef } from '@portico/plugin-api';
import type { CompoundEntityRef } from '@portico/plugin-catalog-common';
import { TextLink } from '@portico/ui/link';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { EmptyState } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { useKindCrumbs } from '../../components/use-kind-crumbs.ts';
import { indexRouteRef } from '../../routes.ts';

/** The address is one of an entity, but the catalog has none of that name. */
export function MissingEntity({ namespace, kind, name }: CompoundEntityRef): ReactElement {
  const indexPath = useRouteRef(indexRouteRef)();
  return (
    <Page>
      <PageHeader title={name} breadcrumbs={useKindCrumbs(kind)} />
      <PageContent>
        <EmptyState
          title="Not in the catalog"
          description={
            <>
              There is no entity{' '}
              <code>
                {kind}:{namespace}/{name}
              </code>
              . It may have been renamed or removed, or its file has not been read yet.
            </>
          }
          action={
            <TextLink to={`${indexPath}?kind=all&text=${encodeURIComponent(name)}`}>Search the catalog for “{name}”</TextLink>
          }
        />
      </PageContent>
    </Page>
  );
}
