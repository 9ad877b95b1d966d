import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Brand } from '../tweaks/branding.ts';
import { Icon } from './icon.tsx';
import { UserMenu } from './user-menu.tsx';
import styles from './header.module.css';

/** Who is signed in. */
export interface FrameUser {
  readonly displayName: string;
  readonly entityRef: string;
  readonly email?: string | undefined;
  readonly onSignOut: () => void;
}

/** Props of `Header`. */
export interface HeaderProps {
  readonly title: string;
  readonly brand?: Brand | undefined;
  readonly user: FrameUser | undefined;
  readonly search?: ReactNode;
  /** The navigation as a drawer, on narrow screens. */
  readonly drawer: { readonly open: boolean; readonly toggle: () => void } | undefined;
}

/** The line at the top: the way home, and the user. */
export function Header({ title, brand, user, search, drawer }: HeaderProps) {
  return (
    <header className={styles['header']}>
      {drawer && (
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={drawer.open}
          aria-controls="navigation"
          aria-label={drawer.open ? 'Close the navigation' : 'Open the navigation'}
          onClick={drawer.toggle}
        >
          <Icon name={drawer.open ? 'close' : 'menu'} />
        </button>
      )}
      <Link to="/" className={styles['brand']}>
        {brand?.logo ? (
          <img src={brand.logo} alt={brand.text === '' ? title : ''} />
        ) : (
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M2 9 12 3l10 6v2H2zM5 12h2v7H5zM11 12h2v7h-2zM17 12h2v7h-2zM3 20h18v2H3z" />
          </svg>
        )}
        {brand?.text !== '' && <span>{brand?.text ?? title}</span>}
      </Link>
      {search}
      {user && <UserMenu user={user} />}
    </header>
  );
}
