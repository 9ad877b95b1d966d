import { useSyncExternalStore } from 'react';
import { StaleBanner } from '../fallbacks/stale-banner.tsx';
import { SignInPage, SignedOutDialog, UnreachablePage } from '../parts/shell-parts.tsx';
import { brandOf } from '../tweaks/branding.ts';
import { DevelopmentBanner } from './development-banner.tsx';
import { Frame } from './frame.tsx';
import { ReadyRoutes } from './ready-routes.tsx';
import { useRemotes, useShell } from './shell-context.ts';
import { SearchButton } from './search-button.tsx';
import { navigationOf, navigationSettingsOf } from './navigation.ts';

/** The title of the portal as the configuration has it. */
export function titleOf(config: Readonly<Record<string, unknown>>): string {
  const { title } = (config['app'] ?? {}) as { title?: unknown };
  return typeof title === 'string' && title ? title : 'Portico';
}

function organizationOf(config: Readonly<Record<string, unknown>>): string | undefined {
  const { name } = (config['organization'] ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
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
  const { config } = state.config;
  const title = titleOf(config);
  const brand = brandOf(config);
  const branded = brand ? { brand } : {};
  if (state.kind === 'signed-out') {
    return (
      <Frame title={title} {...branded}>
        <SignInPage title={title} organization={organizationOf(config)} {...branded} />
      </Frame>
    );
  }
  const { session, staleSince, expired } = state;
  const navigation = navigationOf(remotes, navigationSettingsOf(config));
  return (
    <Frame
      title={title}
      {...branded}
      user={{ ...session.user, onSignOut: () => void signOut() }}
      navigation={navigation}
      search={<SearchButton navigation={navigation} />}
      banners={
        <>
          {session.development && <DevelopmentBanner />}
          {staleSince && <StaleBanner since={staleSince} onRetry={() => void portal.retry()} />}
        </>
      }
    >
      <ReadyRoutes title={title} navigation={navigation} />
      {expired && <SignedOutDialog />}
    </Frame>
  );
}
