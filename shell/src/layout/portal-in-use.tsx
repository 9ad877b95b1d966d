import { useMemo, useSyncExternalStore } from 'react';
import type { ReadyPortal } from '../discovery/portal-state.ts';
import { StaleBanner } from '../fallbacks/stale-banner.tsx';
import { OverrideBar } from '../overrides/override-bar.tsx';
import { proposals } from '../overrides/proposals.ts';
import { OverrideConsent, SignedOutDialog } from '../parts/shell-parts.tsx';
import { useRootLocale } from '../preferences/use-root-locale.ts';
import { brandOf } from '../tweaks/branding.ts';
import { DevelopmentBanner } from './development-banner.tsx';
import { DrawerToggle } from './drawer-toggle.tsx';
import { Frame } from './frame.tsx';
import { navigationOf, navigationSettingsOf } from './navigation.ts';
import { NotificationRegion } from './notification-region.tsx';
import { titleOf } from './portal-title.ts';
import { ReadyRoutes } from './ready-routes.tsx';
import { SearchButton } from './search-button.tsx';
import { useRemotes, useShell } from './shell-context.ts';
import { Sidebar } from './sidebar.tsx';
import { useDrawer } from './use-drawer.ts';
import { UserMenu } from './user-menu.tsx';

/** Props of `PortalInUse`. */
export interface PortalInUseProps {
  readonly state: ReadyPortal;
}

/** The page of somebody who is signed in. */
export function PortalInUse({ state }: PortalInUseProps) {
  const { portal, preferences, signOut } = useShell();
  const remotes = useRemotes();
  useRootLocale(preferences);
  const { config } = state.config;
  const navigation = useMemo(() => navigationOf(remotes, navigationSettingsOf(config)), [remotes, config]);
  const drawer = useDrawer();
  const { session, staleSince, expired, snapshot } = state;
  const proposed = useSyncExternalStore(proposals.subscribe, proposals.get).length > 0;
  const overridden = snapshot.remotes.filter(({ override }) => override);
  const title = titleOf(config);
  const brand = brandOf(config);
  return (
    <Frame
      title={title}
      {...(brand ? { brand } : {})}
      toggle={<DrawerToggle open={drawer.open} onToggle={drawer.toggle} />}
      search={<SearchButton navigation={navigation} />}
      account={<UserMenu user={{ ...session.user, onSignOut: () => void signOut() }} />}
      navigation={<Sidebar groups={navigation} open={drawer.open} onClose={drawer.close} />}
      covered={drawer.open}
      banners={
        <>
          {session.development && <DevelopmentBanner />}
          {staleSince && <StaleBanner since={staleSince} onRetry={() => void portal.retry()} />}
        </>
      }
      notifications={<NotificationRegion />}
      bar={overridden.length > 0 && <OverrideBar remotes={overridden} />}
    >
      <ReadyRoutes title={title} navigation={navigation} />
      {proposed && !expired && <OverrideConsent />}
      {expired && <SignedOutDialog />}
    </Frame>
  );
}
