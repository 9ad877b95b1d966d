import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useLocale } from '../locale/use-locale.ts';
import styles from './card.module.css';

/** Props of `Card`. */
export interface CardProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** How many things the card lists; stands beside the title. */
  readonly count?: number;
  /** Small links or buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** How much of a CardGrid's row the card wants: a third, a half (default), all. A narrow grid has fewer columns. */
  readonly size?: 'small' | 'medium' | 'wide';
  /** `none` lets a table or list reach the edges. */
  readonly padding?: 'normal' | 'none';
  readonly children: ReactNode;
}

/** A titled box of related facts; a region of its own for screen readers. */
export function Card({ title, subtitle, count, actions, size = 'medium', padding = 'normal', children }: CardProps): ReactElement {
  const headingId = useId();
  const locale = useLocale();
  return (
    <section className={styles.card} aria-labelledby={headingId} data-size={size}>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h2 className={styles.title} id={headingId}>
            {title}
          </h2>
          {count === undefined ? null : <span className={styles.count}>{count.toLocaleString(locale)}</span>}
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

/** Lays cards out by their size. It follows its own width, not the screen's. */
export function CardGrid({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className={styles.grid}>
      <div className={styles.cells}>{children}</div>
    </div>
  );
}
