import { NavLink } from 'react-router';
import { Icon } from './icon.tsx';
import type { NavigationGroup } from './navigation.ts';
import styles from './sidebar.module.css';

/** Props of `Sidebar`. */
export interface SidebarProps {
  readonly groups: readonly NavigationGroup[];
  /** On narrow screens: whether the drawer is open. */
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The navigation that the plugins ask for. */
export function Sidebar({ groups, open, onClose }: SidebarProps) {
  return (
    <>
      <nav id="navigation" className={styles['sidebar']} aria-label="Main" data-open={open}>
        {groups.map(({ title, entries }) => (
          <div key={title} className={styles['group']}>
            {title && <h2 className={styles['heading']}>{title}</h2>}
            <ul>
              {entries.map(entry => (
                <li key={entry.path}>
                  <NavLink to={entry.path} end={entry.path === '/'} className={styles['entry'] ?? ''}>
                    <Icon name={entry.icon} label={entry.title} />
                    <span>{entry.title}</span>
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {groups.length === 0 && <p className={styles['empty']}>No plugin offers a page yet.</p>}
      </nav>
      {open && <div className={styles['overlay']} onClick={onClose} />}
    </>
  );
}
