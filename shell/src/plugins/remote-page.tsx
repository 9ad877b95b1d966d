import { Suspense, use, useEffect, useMemo } from 'react';
import type { PluginRoute, SnapshotRemote } from '@portico/contracts';
import { PluginBoundary, apiContext, errorApiRef } from '@portico/plugin-api';
import { BrokenPage } from '../fallbacks/broken-page.tsx';
import { FallbackNote } from '../fallbacks/fallback-note.tsx';
import { LatePage } from '../fallbacks/late-page.tsx';
import { RefusedPage } from '../fallbacks/refused-page.tsx';
import { useRemoteState, useShell } from '../layout/shell-context.ts';
import { PageBoundary } from './page-boundary.tsx';

/** Props of `RemotePage`. */
export interface RemotePageProps {
  readonly remote: SnapshotRemote;
  readonly route: PluginRoute;
}

function PageContent({ remote, route }: RemotePageProps) {
  const { loads } = useShell();
  const { extension, apis, version } = use(loads.load(remote, route.extension));
  const plugin = useMemo(() => ({ pluginId: remote.id, version, basePath: route.path }), [remote.id, version, route.path]);
  const { Component } = extension;
  return (
    <PluginBoundary plugin={plugin} apis={apis}>
      <Component />
    </PluginBoundary>
  );
}

/** A page of a remote, or the state that stands in its place. The remote is loaded when this is first shown. */
export function RemotePage({ remote, route }: RemotePageProps) {
  const { apis, focus, loads, offered } = useShell();
  const state = useRemoteState(remote);
  useEffect(() => offered.hold(remote.id), [offered, remote.id]);
  if (state.status === 'refused') return <RefusedPage remote={remote} error={state.error} />;
  const title = route.title ?? remote.title;
  const report = (error: unknown) => {
    const errors = apis.get(errorApiRef, { pluginId: remote.id, version: remote.version });
    if (errors && 'report' in errors) errors.report(error, { hidden: true });
  };
  return (
    <apiContext.Provider value={apis}>
      {state.status === 'loaded' && state.failure && <FallbackNote remote={remote} version={state.version} failure={state.failure} />}
      <PageBoundary
        onError={report}
        fallback={(error, retry) => (
          <BrokenPage
            remote={remote}
            error={error}
            onRetry={() => {
              loads.again(remote, route.extension, error);
              apis.dropFailed?.();
              focus.request();
              retry();
            }}
          />
        )}
      >
        <Suspense fallback={<LatePage title={title} />}>
          <PageContent remote={remote} route={route} />
        </Suspense>
      </PageBoundary>
    </apiContext.Provider>
  );
}
