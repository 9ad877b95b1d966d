import type { ReactElement } from 'react';
import { NavLink } from 'react-router';
import styles from './tabs.module.css';

export interface TabItem {
  /** Where the tab leads: a path of the portal. */
  readonly to: string;
  readonly label: string;
  /** True when only exactly this path makes the tab current, not the paths below it. */
  readonly end?: boolean;
}

export interface TabNavProps {
  /** Names the navigation for screen readers. */
  readonly label: string;
  readonly tabs: readonly TabItem[];
}

/** Tabs that are pages with an address each: links in a navigation, the current one marked with aria-current. */
export function TabNav({ label, tabs }: TabNavProps): ReactElement {
  return (
    <nav className={styles.tabs} aria-label={label}>
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
