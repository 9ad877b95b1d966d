import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import styles from './card.module.css';

export interface CardProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Small links or buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** How many columns of a CardGrid the card wants: 1 (default), 2, or all. A narrow screen shows one column. */
  readonly size?: 'small' | 'medium' | 'wide';
  /** `none` lets a table or list reach the edges. */
  readonly padding?: 'normal' | 'none';
  readonly children: ReactNode;
}

/** A titled box of related facts; a region of its own for screen readers. */
export function Card({ title, subtitle, actions, size = 'small', padding = 'normal', children }: CardProps): ReactElement {
  const headingId = useId();
  return (
    <section className={styles.card} aria-labelledby={headingId} data-size={size}>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h2 className={styles.title} id={headingId}>
            {title}
          </h2>
          {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      <div className={styles.body} data-padding={padding}>
        {children}
      </div>
    </section>
  );
}

/** Lays cards out in as many columns as fit, at least 18 rem wide each. */
export function CardGrid({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles.grid}>{children}</div>;
}
