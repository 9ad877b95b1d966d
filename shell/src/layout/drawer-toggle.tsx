import { Icon } from './icon.tsx';
import styles from './sidebar.module.css';

/** Props of `DrawerToggle`. */
export interface DrawerToggleProps {
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** Opens and closes the navigation where it is a drawer; not shown where there is room for it. */
export function DrawerToggle({ open, onToggle }: DrawerToggleProps) {
  return (
    <button
      type="button"
      className={styles['toggle']}
      aria-expanded={open}
      aria-controls="navigation"
      aria-label={open ? 'Close the navigation' : 'Open the navigation'}
      onClick={onToggle}
    >
      <Icon name={open ? 'close' : 'menu'} />
    </button>
  );
}
