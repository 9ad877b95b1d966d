import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Brand } from '../tweaks/branding.ts';
import { Header } from './header.tsx';
import { RouteAnnouncer } from './route-announcer.tsx';
import styles from './frame.module.css';

/** Props of `Frame`. What only a portal in use has comes in slots, so that the sign-in page does without its code. */
export interface FrameProps {
  readonly title: string;
  /** What the app team has put in the place of the sign of Portico. */
  readonly brand?: Brand;
  /** The button that opens the navigation on narrow screens. */
  readonly toggle?: ReactNode;
  /** The button that searches. */
  readonly search?: ReactNode;
  /** Who is signed in. */
  readonly account?: ReactNode;
  readonly navigation?: ReactNode;
  /** True while the navigation lies over the page, which then can't be reached. */
  readonly covered?: boolean;
  /** Lines above everything else. */
  readonly banners?: ReactNode;
  readonly notifications?: ReactNode;
  /** A line that stays at the lower edge of the window. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}

/** What stands round every page: banners, header, navigation, notifications. */
export function Frame({ title, brand, navigation, covered = false, banners, notifications, bar, children, ...header }: FrameProps) {
  const [main, setMain] = useState<HTMLElement | null>(null);
  return (
    <div className={styles['frame']} data-navigation={navigation ? 'there' : 'none'} data-bar={Boolean(bar)}>
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
      <Header title={title} brand={brand} {...header} />
      {navigation}
      <aside className={styles['banners']} aria-label="State of the portal">
        {banners}
      </aside>
      <main className={styles['main']} id="main" tabIndex={-1} ref={setMain} inert={covered}>
        {children}
      </main>
      {bar}
      {notifications}
      <RouteAnnouncer main={main} portalTitle={title} />
    </div>
  );
}
