import { Link } from 'react-router';
import { ThemeChoice } from '../appearance/theme-choice.tsx';
import type { FrameUser } from '../layout/user-menu.tsx';
import { OverrideMenuEntry } from '../parts/shell-parts.tsx';
import styles from './user-menu-panel.module.css';

const close = (link: HTMLElement) => link.closest<HTMLElement>('[popover]')?.hidePopover?.();

/** What is in the user's menu. */
export function UserMenuPanel({ user }: { readonly user: FrameUser }) {
  return (
    <div className={styles['panel']}>
      <div className={styles['who']}>
        <strong>{user.displayName}</strong>
        <span>{user.email ?? user.entityRef}</span>
      </div>
      <ThemeChoice name="menu-theme" />
      <Link to="/settings" onClick={event => close(event.currentTarget)}>
        Settings
      </Link>
      {user.roles.length > 0 && <OverrideMenuEntry onFollow={close} />}
      <button type="button" onClick={user.onSignOut}>
        Sign out
      </button>
    </div>
  );
}
