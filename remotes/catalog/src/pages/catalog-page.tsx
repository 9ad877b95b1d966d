import { useApi } from '@portico/plugin-api';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { queryClientFor } from '../api/query-client-for.ts';
import { EntityPage } from './entity/entity-page.tsx';
import { IndexPage } from './index/index-page.tsx';
import { UnknownPath } from './unknown-path.tsx';

/** `/catalog` and everything below it. */
export default function CatalogPage(): ReactElement {
  return (
    <QueryClientProvider client={queryClientFor(useApi(catalogApiRef))}>
      <Routes>
        <Route index element={<IndexPage />} />
        <Route path=":namespace/:kind/:name/*" element={<EntityPage />} />
        <Route path="*" element={<UnknownPath />} />
      </Routes>
    </QueryClientProvider>
  );
}
