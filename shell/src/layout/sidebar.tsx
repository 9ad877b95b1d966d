import { navigationWidth } from '../appearance/choices.ts';
import { useChoice } from '../appearance/use-choice.ts';
import { Icon } from './icon.tsx';
import { NavigationSection } from './navigation-section.tsx';
import type { NavigationGroup } from './navigation.ts';
import styles from './sidebar.module.css';

/** Props of `Sidebar`. */
export interface SidebarProps {
  readonly groups: readonly NavigationGroup[];
  /** On narrow screens: whether the drawer is open. */
  readonly open: boolean;
  readonly onClose: () => void;
}

/** About as many entries as a screen has room for. Longer navigations show the first of each group. */
const roomFor = 40;
const leastOfGroup = 3;

function mostOfGroup(groups: readonly NavigationGroup[]): number {
  const all = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return all <= roomFor ? all : Math.max(leastOfGroup, Math.floor(roomFor / 2 / groups.length));
}

/** The navigation that the plugins ask for. Where there is room for it beside the page, it can be made as narrow as its icons. */
export function Sidebar({ groups, open, onClose }: SidebarProps) {
  const collapsed = useChoice(navigationWidth) === 'collapsed';
  const most = mostOfGroup(groups);
  return (
    <>
      <nav id="navigation" className={styles['sidebar']} aria-label="Main" data-open={open} data-collapsed={collapsed}>
        {groups.map(group => (
          <NavigationSection key={group.title} group={group} most={most} collapsed={collapsed} />
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
