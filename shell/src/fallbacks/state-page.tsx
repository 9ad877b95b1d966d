import type { ReactNode } from 'react';
import { Icon } from '../layout/icon.tsx';
import styles from './state-page.module.css';

/** Props of `StatePage`. */
export interface StatePageProps {
  readonly title: string;
  readonly icon: string;
  /** `danger`: something broke. `calm`: nothing did. */
  readonly tone: 'danger' | 'calm';
  /** True for a state that comes up by itself, so that screen readers say it at once. */
  readonly urgent?: boolean;
  readonly children: ReactNode;
}

/** A page that stands in the place of one that can't be shown: what happened, and what can be done. */
export function StatePage({ title, icon, tone, urgent = false, children }: StatePageProps) {
  return (
    <div className={styles['place']}>
      <section className={styles['state']} {...(urgent ? { role: 'alert' } : {})}>
        <span className={styles['icon']} data-tone={tone}>
          <Icon name={icon} />
        </span>
        <h1 className={styles['title']} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </section>
    </div>
  );
}
