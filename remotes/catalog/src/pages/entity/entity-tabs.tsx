import { useExtensions, useRouteRef } from '@portico/plugin-api';
import type { Entity } from '@portico/plugin-catalog-common';
import { entityRouteParameters, entityTabPoint } from '@portico/plugin-catalog-react';
import { TextLink } from '@portico/ui/link';
import { EmptyState, Skeleton } from '@portico/ui/states';
import { TabNav } from '@portico/ui/tabs';
import { Suspense, lazy } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { entityPageRouteRef } from '../../routes.ts';
import { EntityOverview } from './entity-overview.tsx';

interface OwnTab {
  readonly path: string;
  readonly title: string;
  /** True for those that stand before the tabs of plugins. */
  readonly first: boolean;
  readonly Component: ComponentType<{ readonly entity: Entity }>;
}

/** The catalog's own tabs beside the overview. Their code is fetched when they are opened. */
const ownTabs: readonly OwnTab[] = [
  { path: 'definition', title: 'Definition', first: true, Component: lazy(() => import('./definition/definition-tab.tsx')) },
  { path: 'relations', title: 'Relations', first: true, Component: lazy(() => import('./relations/relations-tab.tsx')) },
  { path: 'yaml', title: 'YAML', first: false, Component: lazy(() => import('./definition/yaml-tab.tsx')) },
];

/** The overview and the tabs that plugins add, each with an address of its own. */
export function EntityTabs({ entity }: { readonly entity: Entity }): ReactElement {
  const tabs = useExtensions(entityTabPoint, entity);
  const base = useRouteRef(entityPageRouteRef)(entityRouteParameters(entity));
  const isApi = entity.kind.toLowerCase() === 'api';
  const own = ownTabs.filter(tab => tab.path !== 'definition' || isApi);
  const placed = tabs.map(tab => ({ ...tab, path: tab.config.path.replace(/^\/+|\/+$/g, '') })).filter(tab => tab.path !== '' && !own.some(({ path }) => path === tab.path));
  return (
    <>
      <TabNav
        label={`About ${entity.metadata.name}`}
        tabs={[
          { to: base, label: 'Overview', end: true },
          ...own.filter(tab => tab.first).map(tab => ({ to: `${base}/${tab.path}`, label: tab.title })),
          ...placed.map(tab => ({ to: `${base}/${tab.path}`, label: tab.config.title })),
          ...own.filter(tab => !tab.first).map(tab => ({ to: `${base}/${tab.path}`, label: tab.title })),
        ]}
      />
      <Routes>
        <Route index element={<EntityOverview entity={entity} />} />
        {own.map(({ path, Component }) => (
          <Route
            key={path}
            path={path}
            element={
              <Suspense fallback={<Skeleton height="24rem" />}>
                <Component entity={entity} />
              </Suspense>
            }
          />
        ))}
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
