import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { WaitingPage } from '../components/waiting-page.tsx';
import { ListPage } from './list/list-page.tsx';

// The list needs none of them.
const RemotePage = lazy(() => import('./remote/remote-page.tsx'));
const AuditPage = lazy(() => import('./audit/audit-page.tsx'));
const ImpactPage = lazy(() => import('./impact/impact-page.tsx'));

/** `/registry` and everything below it. */
export default function RegistryPage(): ReactElement {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }));
  // Else its answers stay for minutes after it was left. Parents are told first: after all parts have let go of their queries.
  useEffect(() => () => queueMicrotask(() => client.clear()), [client]);
  return (
    <QueryClientProvider client={client}>
      <Suspense fallback={<WaitingPage />}>
        <Routes>
          <Route index element={<ListPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="impact" element={<ImpactPage />} />
          <Route path="remotes/:id/*" element={<RemotePage />} />
          <Route path="*" element={<ListPage />} />
        </Routes>
      </Suspense>
    </QueryClientProvider>
  );
}
