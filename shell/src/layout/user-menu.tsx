import { Link } from 'react-router';
import type { FrameUser } from './header.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import styles from './user-menu.module.css';

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map(word => word?.slice(0, 1) ?? '').join('').toUpperCase();
}

/** Who is signed in, the theme, the settings, and the way out. */
export function UserMenu({ user }: { readonly user: FrameUser }) {
  return (
    <>
      <button type="button" className={styles['button']} popoverTarget="user-menu" aria-label={`User menu of ${user.displayName}`}>
        <span aria-hidden="true">{initialsOf(user.displayName)}</span>
      </button>
      <div id="user-menu" popover="auto" className={styles['menu']}>
        <div className={styles['who']}>
          <strong>{user.displayName}</strong>
          <span>{user.email ?? user.entityRef}</span>
        </div>
        <ThemeChoice name="menu-theme" />
        <Link to="/settings" onClick={event => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover?.()}>
          Settings
        </Link>
        <button type="button" onClick={user.onSignOut}>
          Sign out
        </button>
      </div>
    </>
  );
}
