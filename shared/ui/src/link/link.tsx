import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { isSafeHref } from './safe-href.ts';
import styles from './link.module.css';

interface TextLinkBase {
  readonly children: ReactNode;
  /** `quiet` takes the colour of the text around and is underlined only when pointed at: for dense tables and lists. */
  readonly tone?: 'accent' | 'quiet';
  readonly className?: string;
  readonly title?: string;
}

/** Exactly one of `to` (a path of the portal) and `href` (an address outside, opened in a new tab; an address to write to, in its program). */
export type TextLinkProps = TextLinkBase &
  ({ readonly to: string; readonly href?: never } | { readonly href: string; readonly to?: never });

/**
 * A link in text. An `href` whose scheme a browser could run (`javascript:`, `data:` ...) is shown as plain text, because
 * addresses often come from files that anyone may write.
 */
export function TextLink({ to, href, children, tone = 'accent', className, title }: TextLinkProps): ReactElement {
  const shared = {
    className: className ? `${styles.link} ${className}` : styles.link,
    'data-tone': tone,
    ...(title === undefined ? {} : { title }),
  };
  if (to !== undefined) {
    return (
      <Link to={to} {...shared}>
        {children}
      </Link>
    );
  }
  if (!isSafeHref(href)) return <span title="This address can't be opened">{children}</span>;
  if (/^(mailto|tel):/i.test(href)) {
    return (
      <a href={href} {...shared}>
        {children}
      </a>
    );
  }
  return (
    <a href={href} target="_blank" rel="noreferrer" {...shared}>
      {children}
      <svg className={styles.outside} viewBox="0 0 12 12" role="img" aria-label="(opens in a new tab)">
        <path d="M4 2.5h5.5V8M9.5 2.5l-7 7" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
      </svg>
    </a>
  );
}
