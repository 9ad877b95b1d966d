import { useState } from 'react';
import { isWithin } from '@portico/contracts';
import { NavLink, useLocation } from 'react-router';
import { Icon } from './icon.tsx';
import type { NavigationGroup } from './navigation.ts';
import styles from './sidebar.module.css';

/** Props of `NavigationSection`. */
export interface NavigationSectionProps {
  readonly group: NavigationGroup;
  /** How many of its entries are shown until somebody asks for all. */
  readonly most: number;
  /** Whether only the icons are seen. */
  readonly collapsed: boolean;
}

/** Entries of the navigation under one heading. Of a long one the first are shown, the one of the shown page, and a button for the rest. */
export function NavigationSection({ group: { title, entries }, most, collapsed }: NavigationSectionProps) {
  const [whole, setWhole] = useState(false);
  const { pathname } = useLocation();
  const isLong = entries.length > most + 1;
  const shown = whole || !isLong ? entries : entries.filter(({ path }, index) => index < most || isWithin(pathname, path));
  const rest = whole ? 'Show fewer' : `Show ${entries.length - shown.length} more`;
  return (
    <div className={styles['group']}>
      {title && <h2 className={styles['heading']}>{title}</h2>}
      <ul>
        {shown.map(entry => (
          <li key={entry.path}>
            <NavLink to={entry.path} end={entry.path === '/'} className={styles['entry'] ?? ''} title={collapsed ? entry.title : undefined}>
              <Icon name={entry.icon} label={entry.title} />
              <span>{entry.title}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      {isLong && (
        <button
          type="button"
          className={styles['more']}
          title={collapsed ? rest : undefined}
          aria-expanded={whole}
          aria-label={title ? `${rest} of ${title}` : rest}
          onClick={() => setWhole(!whole)}
        >
          <Icon name={whole ? 'less' : 'more'} />
          <span>{rest}</span>
        </button>
      )}
    </div>
  );
}
