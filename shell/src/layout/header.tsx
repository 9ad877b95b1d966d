import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Brand } from '../tweaks/branding.ts';
import styles from './header.module.css';

/** Props of `Header`. */
export interface HeaderProps {
  readonly title: string;
  readonly brand?: Brand | undefined;
  readonly toggle?: ReactNode;
  readonly search?: ReactNode;
  readonly account?: ReactNode;
}

/** The line at the top: the way home, the search, and the user. */
export function Header({ title, brand, toggle, search, account }: HeaderProps) {
  return (
    <header className={styles['header']}>
      {toggle}
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
      {account}
    </header>
  );
}
