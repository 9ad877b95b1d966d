import { Suspense, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { PluginRoute, SnapshotRemote } from '@portico/contracts';
import { isPorticoError } from '@portico/errors';
import { PluginBoundary, apiContext, errorApiRef } from '@portico/plugin-api';
import { BrokenPage } from '../fallbacks/broken-page.tsx';
import { FallbackNote } from '../fallbacks/fallback-note.tsx';
import { LatePage } from '../fallbacks/late-page.tsx';
import { WaitingNote } from '../fallbacks/waiting-note.tsx';
import { RefusedPage } from '../parts/shell-parts.tsx';
import { useRemoteState, useShell } from '../layout/shell-context.ts';
import type { ReadyExtension } from './extension-loads.ts';
import { PageBoundary } from './page-boundary.tsx';
import { usePageExtension } from './use-page-extension.ts';

/** Props of `RemotePage`. */
export interface RemotePageProps {
  readonly remote: SnapshotRemote;
  readonly route: PluginRoute;
}

function PageContent({ pluginId, basePath, ready }: { pluginId: string; basePath: string; ready: ReadyExtension }) {
  const { extension, apis, version } = ready;
  const plugin = useMemo(() => ({ pluginId, version, basePath }), [pluginId, version, basePath]);
  const { Component } = extension;
  return (
    <PluginBoundary plugin={plugin} apis={apis}>
      <Component />
    </PluginBoundary>
  );
}

/** A page of a remote, or the state that stands in its place. The remote is loaded when this is first shown. */
export function RemotePage({ remote, route }: RemotePageProps) {
  const { apis, focus, offered, onLoad } = useShell();
  const waitingRemote = useSyncExternalStore(offered.subscribe, () => offered.waitingFor(remote.id));
  const state = useRemoteState(remote);
  const [page, loadAgain] = usePageExtension(remote, route.extension);
  // Before anything is painted: what is taken up with it is what the user sees first.
  useLayoutEffect(() => offered.enter(remote.id), [offered, remote.id]);
  if (state.status === 'refused') return <RefusedPage remote={remote} error={state.error} />;

  const retry = (error: unknown) => {
    apis.dropFailed?.();
    focus.request();
    loadAgain(error);
  };
  const report = (error: unknown) => {
    const errors = apis.get(errorApiRef, { pluginId: remote.id, version: remote.version });
    if (errors && 'report' in errors) errors.report(error, { hidden: true });
    const version = state.status === 'loaded' ? state.version : remote.version;
    onLoad({ remote: remote.id, version, outcome: 'render-error', code: isPorticoError(error) ? error.code : 'LOADER_RENDER_FAILED' });
  };
  const waiting = <LatePage title={route.title ?? remote.title} />;
  if (page.status === 'loading') return waiting;
  if (page.status === 'failed') return <BrokenPage remote={remote} error={page.error} onRetry={() => retry(page.error)} />;
  return (
    <apiContext.Provider value={apis}>
      {waitingRemote && <WaitingNote waiting={waitingRemote} onGiveUp={() => offered.giveUp(remote.id)} />}
      {state.status === 'loaded' && state.failure && <FallbackNote remote={remote} version={state.version} failure={state.failure} />}
      <PageBoundary
        onError={report}
        fallback={(error, showAgain) => (
          <BrokenPage
            remote={remote}
            error={error}
            onRetry={() => {
              retry(error);
              showAgain();
            }}
          />
        )}
      >
        <Suspense fallback={waiting}>
          <PageContent pluginId={remote.id} basePath={route.path} ready={page.ready} />
        </Suspense>
      </PageBoundary>
    </apiContext.Provider>
  );
}
