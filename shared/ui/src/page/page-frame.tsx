import type { ReactElement, ReactNode } from 'react';
import styles from './page.module.css';

/** The room of one page inside the portal's frame. The frame already is the `main` landmark. */
export function Page({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles.page}>{children}</div>;
}

/** Props of `PageContent`. */
export interface PageContentProps {
  readonly children: ReactNode;
  /** `readable` keeps lines short enough to read; `full` (default) takes the width there is. */
  readonly width?: 'full' | 'readable';
}

/** What stands below the header of a page. */
export function PageContent({ children, width = 'full' }: PageContentProps): ReactElement {
  return (
    <div className={styles.content} data-width={width}>
      {children}
    </div>
  );
}
