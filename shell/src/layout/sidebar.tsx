import { startTransition, useEffect, useState } from 'react';
import { NavLink } from 'react-router';
import { navigationWidth } from '../appearance/choices.ts';
import { useChoice } from '../appearance/use-choice.ts';
import { Icon } from './icon.tsx';
import { firstEntries } from './navigation.ts';
import type { NavigationGroup } from './navigation.ts';
import styles from './sidebar.module.css';

/** Props of `Sidebar`. */
export interface SidebarProps {
  readonly groups: readonly NavigationGroup[];
  /** On narrow screens: whether the drawer is open. */
  readonly open: boolean;
  readonly onClose: () => void;
}

/** More than fit on a screen. */
const atOnce = 50;

/** Hook: the groups as far as they are drawn with the first frame. The rest comes right after it, in slices that hold nobody up. */
function useFirstEntries(groups: readonly NavigationGroup[]): readonly NavigationGroup[] {
  const [whole, setWhole] = useState(false);
  const isLong = groups.reduce((sum, { entries }) => sum + entries.length, 0) > atOnce;
  useEffect(() => {
    if (!isLong) return undefined;
    const timer = setTimeout(() => startTransition(() => setWhole(true)));
    return () => clearTimeout(timer);
  }, [isLong]);
  return whole || !isLong ? groups : firstEntries(groups, atOnce);
}

/** The navigation that the plugins ask for. Where there is room for it beside the page, it can be made as narrow as its icons. */
export function Sidebar({ groups, open, onClose }: SidebarProps) {
  const collapsed = useChoice(navigationWidth) === 'collapsed';
  const shown = useFirstEntries(groups);
  return (
    <>
      <nav id="navigation" className={styles['sidebar']} aria-label="Main" data-open={open} data-collapsed={collapsed}>
        {shown.map(({ title, entries }) => (
          <div key={title} className={styles['group']}>
            {title && <h2 className={styles['heading']}>{title}</h2>}
            <ul>
              {entries.map(entry => (
                <li key={entry.path}>
                  <NavLink
                    to={entry.path}
                    end={entry.path === '/'}
                    className={styles['entry'] ?? ''}
                    title={collapsed ? entry.title : undefined}
                  >
                    <Icon name={entry.icon} label={entry.title} />
                    <span>{entry.title}</span>
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {groups.length === 0 && <p className={styles['empty']}>No plugin offers a page yet.</p>}
        <button
          type="button"
          className={styles['width']}
          aria-label={collapsed ? 'Expand navigation' : 'Collapse navigation'}
          onClick={() => navigationWidth.choose(collapsed ? 'expanded' : 'collapsed')}
        >
          <Icon name={collapsed ? 'expand' : 'collapse'} />
          <span>{collapsed ? 'Expand' : 'Collapse'}</span>
        </button>
      </nav>
      {open && <div className={styles['overlay']} onClick={onClose} />}
    </>
  );
}
