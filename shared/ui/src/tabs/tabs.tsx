import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { NavLink, useLocation } from 'react-router';
import styles from './tabs.module.css';

/** A tab: a part of a page with an address of its own. */
export interface TabItem {
  /** Where the tab leads: a path of the portal. */
  readonly to: string;
  readonly label: string;
  /** True when only exactly this path makes the tab current, not the paths below it. */
  readonly end?: boolean;
}

/** Props of `TabNav`. */
export interface TabNavProps {
  /** Names the navigation for screen readers. */
  readonly label: string;
  readonly tabs: readonly TabItem[];
}

/** Tabs that are pages with an address each: links in a navigation, the current one marked with aria-current and in sight. */
export function TabNav({ label, tabs }: TabNavProps): ReactElement {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const { current } = bar;
    // Nothing is measured where all tabs have room.
    if (!current || current.scrollWidth <= current.clientWidth) return;
    const tab = current.querySelector<HTMLElement>('[aria-current="page"]');
    if (tab) current.scrollLeft = tab.offsetLeft - current.offsetLeft - (current.clientWidth - tab.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label={label}>
      <ul className={styles.list}>
        {tabs.map(tab => (
          <li key={tab.to}>
            <NavLink className={styles.tab ?? ''} to={tab.to} end={tab.end ?? false}>
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
