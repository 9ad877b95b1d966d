import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { Brand } from '../tweaks/branding.ts';
import { Header } from './header.tsx';
import type { FrameUser } from './header.tsx';
import type { NavigationGroup } from './navigation.ts';
import { NotificationRegion } from './notification-region.tsx';
import { RouteAnnouncer } from './route-announcer.tsx';
import { Sidebar } from './sidebar.tsx';
import styles from './frame.module.css';

/** Props of `Frame`. */
export interface FrameProps {
  readonly title: string;
  /** What the app team has put in the place of the sign of Portico. */
  readonly brand?: Brand;
  /** Absent where nobody is signed in: there is no navigation and no menu then. */
  readonly user?: FrameUser;
  readonly navigation?: readonly NavigationGroup[];
  /** The button that searches. */
  readonly search?: ReactNode;
  /** Lines above everything else. */
  readonly banners?: ReactNode;
  readonly children: ReactNode;
}

/** What stands round every page: banners, header, navigation, notifications. On a narrow screen the navigation is a drawer. */
export function Frame({ title, brand, user, navigation, search, banners, children }: FrameProps) {
  const { pathname } = useLocation();
  const [drawerAt, setDrawerAt] = useState<string>();
  const [main, setMain] = useState<HTMLElement | null>(null);
  // A drawer belongs to the page on which it was opened: it closes with the next.
  const open = drawerAt === pathname;
  const close = () => setDrawerAt(undefined);
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setDrawerAt(undefined);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  return (
    <div className={styles['frame']} data-navigation={navigation ? 'there' : 'none'}>
      <a
        className={styles['skip']}
        href="#main"
        onClick={event => {
          event.preventDefault();
          main?.focus();
        }}
      >
        Skip to content
      </a>
      <Header
        title={title}
        brand={brand}
        user={user}
        search={search}
        drawer={navigation ? { open, toggle: () => setDrawerAt(open ? undefined : pathname) } : undefined}
      />
      {navigation && <Sidebar groups={navigation} open={open} onClose={close} />}
      <aside className={styles['banners']} aria-label="State of the portal">
        {banners}
      </aside>
      <main className={styles['main']} id="main" tabIndex={-1} ref={setMain} inert={open}>
        {children}
      </main>
      <NotificationRegion />
      <RouteAnnouncer main={main} portalTitle={title} />
    </div>
  );
}
