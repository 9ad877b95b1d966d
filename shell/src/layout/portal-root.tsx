import { useSyncExternalStore } from 'react';
import { StaleBanner } from '../fallbacks/stale-banner.tsx';
import { UnreachablePage } from '../fallbacks/unreachable-page.tsx';
import { DevelopmentBanner } from './development-banner.tsx';
import { Frame } from './frame.tsx';
import { ReadyRoutes } from './ready-routes.tsx';
import { useRemotes, useShell } from './shell-context.ts';
import { SignInPage } from './sign-in-page.tsx';
import { navigationOf } from './navigation.ts';

/** The title of the portal as the configuration has it. */
export function titleOf(config: Readonly<Record<string, unknown>>): string {
  const { title } = (config['app'] ?? {}) as { title?: unknown };
  return typeof title === 'string' && title ? title : 'Portico';
}

/** The whole page, by what is known of the portal. */
export function PortalRoot() {
  const { portal, signOut } = useShell();
  const state = useSyncExternalStore(portal.subscribe, portal.getState);
  const remotes = useRemotes();
  if (state.kind === 'starting') return null;
  if (state.kind === 'unreachable') {
    return (
      <Frame title="Portico">
        <UnreachablePage portal={state} onRetry={() => void portal.retry()} />
      </Frame>
    );
  }
  const title = titleOf(state.config.config);
  if (state.kind === 'signed-out') {
    return (
      <Frame title={title}>
        <SignInPage title={title} />
      </Frame>
    );
  }
  const { session, staleSince } = state;
  const navigation = navigationOf(remotes);
  return (
    <Frame
      title={title}
      user={{ ...session.user, onSignOut: () => void signOut() }}
      navigation={navigation}
      banners={
        <>
          {session.development && <DevelopmentBanner />}
          {staleSince && <StaleBanner since={staleSince} onRetry={() => void portal.retry()} />}
        </>
      }
    >
      <ReadyRoutes title={title} navigation={navigation} />
    </Frame>
  );
}
