import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './page.module.css';

/** A page above the one that is shown. */
export interface Breadcrumb {
  readonly label: string;
  /** A path of the portal; without it the part is plain text. */
  readonly to?: string | undefined;
}

/** Props of `PageHeader`. */
export interface PageHeaderProps {
  /** The page's only h1; the portal moves the focus to it when the route changes. */
  readonly title: string;
  /** A second name, quieter, in the same heading: the identifier of a thing that has a title. */
  readonly detail?: string | undefined;
  readonly subtitle?: ReactNode;
  /** The pages above this one, from the top. The page itself is not among them. */
  readonly breadcrumbs?: readonly Breadcrumb[];
  /** Buttons and links at the right. */
  readonly actions?: ReactNode;
  /** A short word above the title: what kind of thing the page is about. */
  readonly kicker?: ReactNode;
}

/** The head of a page: where it is, what it is, what one can do with it. */
export function PageHeader({ title, detail, subtitle, breadcrumbs = [], actions, kicker }: PageHeaderProps): ReactElement {
  return (
    <header className={styles.header}>
      {breadcrumbs.length > 0 ? (
        <nav className={styles.breadcrumbs} aria-label="Breadcrumb">
          <ol>
            {breadcrumbs.map(crumb => (
              <li key={crumb.to ?? crumb.label}>{crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}</li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className={styles.headline}>
        <div className={styles.titles}>
          {kicker ? <p className={styles.kicker}>{kicker}</p> : null}
          <h1 className={styles.title} tabIndex={-1}>
            {title}
            {detail ? <span className={styles.detail}> {detail}</span> : null}
          </h1>
          {subtitle ? <div className={styles.subtitle}>{subtitle}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </header>
  );
}
