import type { Plugin } from '@portico/plugin-api';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import type { CatalogApi } from '@portico/plugin-catalog-react';
import { createFakeCatalogApi } from '@portico/plugin-catalog-react/testing';
import { provideApi, renderPlugin } from '@portico/test-kit';
import { configure } from '@testing-library/react';
import catalogPlugin from '../plugin.tsx';
import { shopEntities } from './entities.ts';

// A busy machine may take longer than the usual second for a page of this size.
configure({ asyncUtilTimeout: 5000 });

export interface RenderCatalogOptions {
  /** Default: the shop's entities. */
  readonly catalog?: CatalogApi;
  /** Plugins whose tabs and cards show. */
  readonly plugins?: readonly Plugin[];
}

/** Opens the catalog's pages in a fake portal over a catalog in memory. */
export function renderCatalog(route: string, options: RenderCatalogOptions = {}) {
  const { catalog = createFakeCatalogApi(shopEntities), plugins = [] } = options;
  // The plugin's own client would ask a backend that is not there.
  const plugin: Plugin = {
    ...catalogPlugin,
    apis: [...catalogPlugin.apis.filter(({ api }) => api.id !== catalogApiRef.id), provideApi(catalogApiRef, catalog)],
  };
  return renderPlugin(plugin, { route, plugins });
}
