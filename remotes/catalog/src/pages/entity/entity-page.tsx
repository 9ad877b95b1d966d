import { isPorticoError, messageOf } from '@portico/errors';
import { entityContext } from '@portico/plugin-catalog-react';
import { Card, CardGrid } from '@portico/ui/card';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { ErrorState, Skeleton } from '@portico/ui/states';
import { useCallback, useMemo } from 'react';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { useEntityByName } from '../../api/use-entity-by-name.ts';
import { EntityHeader } from './entity-header.tsx';
import { EntityTabs } from './entity-tabs.tsx';
import { MissingEntity } from './missing-entity.tsx';

/** `/catalog/:namespace/:kind/:name`: one entity, with what all plugins know of it. */
export function EntityPage(): ReactElement {
  const { namespace = '', kind = '', name = '' } = useParams();
  const { data: entity, error, refetch } = useEntityByName({ namespace, kind, name });
  const refresh = useCallback(() => void refetch(), [refetch]);
  const context = useMemo(() => (entity ? { entity, refresh } : undefined), [entity, refresh]);

  if (entity && context) {
    return (
      <entityContext.Provider value={context}>
        <Page>
          <EntityHeader entity={entity} />
          <PageContent>
            <EntityTabs entity={entity} />
          </PageContent>
        </Page>
      </entityContext.Provider>
    );
  }
  if (entity === null) return <MissingEntity namespace={namespace} kind={kind} name={name} />;
  return (
    <Page>
      <PageHeader title={name} kicker={kind} />
      <PageContent>
        {error ? (
          <ErrorState
            title={`${name} can't be read`}
            message={messageOf(error)}
            code={isPorticoError(error) ? error.code : undefined}
            onRetry={refresh}
          />
        ) : (
          <WaitingCards />
        )}
      </PageContent>
    </Page>
  );
}

function WaitingCards(): ReactElement {
  return (
    <div aria-busy="true">
      <CardGrid>
        <Card title="About">
          <Skeleton lines={5} />
        </Card>
        <Card title="Relations">
          <Skeleton lines={5} />
        </Card>
      </CardGrid>
    </div>
  );
}
