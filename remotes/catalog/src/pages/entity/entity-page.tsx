import { isPorticoError, messageOf } from '@portico/errors';
import { useApi } from '@portico/plugin-api';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import { entityContext, recentEntitiesApiRef } from '@portico/plugin-catalog-react';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { ErrorState } from '@portico/ui/states';
import { useCallback, useEffect, useMemo } from 'react';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { useEntityByName } from '../../api/use-entity-by-name.ts';
import { titleOf } from '../../components/title-of.ts';
import { useKindCrumbs } from '../../components/use-kind-crumbs.ts';
import { EntityHeader } from './entity-header.tsx';
import { EntityNotes } from './entity-notes.tsx';
import { EntityTabs } from './entity-tabs.tsx';
import { MissingEntity } from './missing-entity.tsx';
import { WaitingEntity } from './waiting-entity.tsx';

/** `/catalog/:namespace/:kind/:name`: one entity, with what all plugins know of it. */
export default function EntityPage(): ReactElement {
  const { namespace = '', kind = '', name = '' } = useParams();
  const { data: entity, error, refetch } = useEntityByName({ namespace, kind, name });
  const refresh = useCallback(() => void refetch(), [refetch]);
  const context = useMemo(() => (entity ? { entity, refresh } : undefined), [entity, refresh]);

  const crumbs = useKindCrumbs(kind);
  const recent = useApi(recentEntitiesApiRef);
  const ref = entity ? stringifyEntityRef(entity) : undefined;
  const title = entity ? (titleOf(entity) ?? entity.metadata.name) : '';
  useEffect(() => {
    if (ref !== undefined) recent.add({ entityRef: ref, title });
  }, [recent, ref, title]);

  if (entity && context) {
    return (
      <entityContext.Provider value={context}>
        <Page>
          <EntityHeader entity={entity} />
          <PageContent>
            <EntityNotes entity={entity} />
            <EntityTabs entity={entity} />
          </PageContent>
        </Page>
      </entityContext.Provider>
    );
  }
  if (entity === null) return <MissingEntity namespace={namespace} kind={kind} name={name} />;
  if (!error) return <WaitingEntity kind={kind} name={name} />;
  return (
    <Page>
      <PageHeader title={name} breadcrumbs={crumbs} />
      <PageContent>
        <ErrorState
          title={`${name} can't be read`}
          message={messageOf(error)}
          code={isPorticoError(error) ? error.code : undefined}
          onRetry={refresh}
        />
      </PageContent>
    </Page>
  );
}
