import { isPorticoError, messageOf } from '@portico/errors';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { ErrorState, Loading } from '@portico/ui/states';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { useRadar } from '../../api/use-radar.ts';
import { RadarView } from './radar-view.tsx';

/** `/tech-radar` and the pages below it. */
export default function RadarPage(): ReactElement {
  const state = useRadar();
  if (state.status === 'ready') {
    return (
      <Routes>
        <Route element={<RadarView radar={state.radar} />}>
          <Route index element={null} />
          <Route path="entries/:id" element={null} />
          <Route path="*" element={null} />
        </Route>
      </Routes>
    );
  }
  return (
    <Page>
      <PageHeader title="Tech Radar" />
      <PageContent>
        {state.status === 'loading' ? (
          <Loading label="Loading the radar" />
        ) : (
          <ErrorState
            title="The radar can't be shown"
            message={messageOf(state.error)}
            code={isPorticoError(state.error) ? state.error.code : undefined}
            onRetry={state.retry}
          />
        )}
      </PageContent>
    </Page>
  );
}
