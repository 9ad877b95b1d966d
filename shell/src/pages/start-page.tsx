import { Link } from 'react-router';
import { Icon } from '../layout/icon.tsx';
import type { NavigationGroup } from '../layout/navigation.ts';
import styles from './plain-page.module.css';

/** Props of `StartPage`. */
export interface StartPageProps {
  readonly title: string;
  readonly groups: readonly NavigationGroup[];
}

/** The page at `/` where no plugin has taken it: what the navigation offers. */
export function StartPage({ title, groups }: StartPageProps) {
  return (
    <div className={styles['page']}>
      <h1>{title}</h1>
      {groups.length === 0 && <p className={styles['muted']}>No plugin is registered yet. Once one is, it shows up here by itself.</p>}
      {groups.map(group => (
        <section key={group.title} className={styles['section']} aria-label={group.title || 'Pages'}>
          {group.title && <h2>{group.title}</h2>}
          <ul className={styles['cards']}>
            {group.entries.map(entry => (
              <li key={entry.path}>
                <Link to={entry.path} className={styles['card']}>
                  <span className={styles['badge']}>
                    <Icon name={entry.icon} label={entry.title} />
                  </span>
                  <span>{entry.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
