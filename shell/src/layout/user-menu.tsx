import { useState } from 'react';
import { UserMenuPanel } from '../parts/shell-parts.tsx';
import styles from './user-menu.module.css';

/** Who is signed in. */
export interface FrameUser {
  readonly displayName: string;
  readonly entityRef: string;
  readonly email?: string | undefined;
  readonly roles: readonly string[];
  readonly onSignOut: () => void;
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map(word => word?.slice(0, 1) ?? '').join('').toUpperCase();
}

/** Who is signed in, the theme, the settings, and the way out. What is in the menu comes when somebody is about to open it. */
export function UserMenu({ user }: { readonly user: FrameUser }) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <>
      <button
        type="button"
        className={styles['button']}
        popoverTarget="user-menu"
        aria-label={`User menu of ${user.displayName}`}
        onPointerEnter={want}
        onFocus={want}
        onClick={want}
      >
        <span className={styles['face']} data-initials={initialsOf(user.displayName)} aria-hidden="true" />
      </button>
      <div id="user-menu" popover="auto" className={styles['menu']}>
        {wanted && <UserMenuPanel user={user} />}
      </div>
    </>
  );
}
