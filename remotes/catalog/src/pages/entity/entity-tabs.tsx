import { useExtensions, useRouteRef } from '@portico/plugin-api';
import type { Entity } from '@portico/plugin-catalog-common';
import { entityRouteParameters, entityTabPoint } from '@portico/plugin-catalog-react';
import { TextLink } from '@portico/ui/link';
import { EmptyState } from '@portico/ui/states';
import { TabNav } from '@portico/ui/tabs';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { entityPageRouteRef } from '../../routes.ts';
import { EntityOverview } from './entity-overview.tsx';

/** The overview and the tabs that plugins add, each with an address of its own. */
export function EntityTabs({ entity }: { readonly entity: Entity }): ReactElement {
  const tabs = useExtensions(entityTabPoint, entity);
  const base = useRouteRef(entityPageRouteRef)(entityRouteParameters(entity));
  const placed = tabs.map(tab => ({ ...tab, path: tab.config.path.replace(/^\/+|\/+$/g, '') })).filter(tab => tab.path !== '');
  return (
    <>
      {placed.length === 0 ? null : (
        <TabNav
          label={`About ${entity.metadata.name}`}
          tabs={[
            { to: base, label: 'Overview', end: true },
            ...placed.map(tab => ({ to: `${base}/${tab.path}`, label: tab.config.title })),
          ]}
        />
      )}
      <Routes>
        <Route index element={<EntityOverview entity={entity} />} />
        {placed.map(({ id, pluginId, path, Component }) => (
          <Route key={`${pluginId} ${id}`} path={`${path}/*`} element={<Component />} />
        ))}
        <Route
          path="*"
          element={
            <EmptyState
              title="No such tab"
              description={`No plugin shows anything about ${entity.metadata.name} at this address.`}
              action={<TextLink to={base}>Go to the overview</TextLink>}
            />
          }
        />
      </Routes>
    </>
  );
}
