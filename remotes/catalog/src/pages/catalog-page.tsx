import { createLateComponent, useApi } from '@portico/plugin-api';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { queryClientFor } from '../api/query-client-for.ts';
import { WaitingEntity } from './entity/waiting-entity.tsx';
import { IndexPage } from './index/index-page.tsx';
import { UnknownPath } from './unknown-path.tsx';

// The list needs none of it.
const entityPage = createLateComponent(async () => (await import('./entity/entity-page.tsx')).default, () => <OpeningEntity />);

/** `/catalog` and everything below it. */
export default function CatalogPage(): ReactElement {
  return (
    <QueryClientProvider client={queryClientFor(useApi(catalogApiRef))}>
      <Routes>
        <Route index element={<IndexPage />} />
        <Route path=":namespace/:kind/:name/*" element={<entityPage.Component />} />
        <Route path="*" element={<UnknownPath />} />
      </Routes>
    </QueryClientProvider>
  );
}

function OpeningEntity(): ReactElement {
  const { kind = '', name = '' } = useParams();
  return <WaitingEntity kind={kind} name={name} />;
}
