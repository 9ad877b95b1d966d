import { useRecentEntities } from '@portico/plugin-catalog-react';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { ClockIcon } from '@portico/ui/icons';
import type { ReactElement } from 'react';
import styles from './cards.module.css';

let made: Intl.DateTimeFormat | undefined;
// Made when it is wanted: to make a format takes about as long as to render a page.
const dateFormat = () => (made ??= new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', hour: 'numeric', minute: 'numeric' }));

/** The entities whose pages the user looked at last. */
export default function RecentCard(): ReactElement {
  const recent = useRecentEntities().slice(0, 7);
  if (recent.length === 0) {
    return (
      <p className={styles.blank}>
        <ClockIcon />
        Pages of the catalog that you open are listed here.
      </p>
    );
  }
  return (
    <ul className={styles.lines}>
      {recent.map(({ entityRef, title, viewedAt }) => (
        <li key={entityRef}>
          <EntityRefLink entity={entityRef}>{title}</EntityRefLink>
          <time className={styles.quiet} dateTime={viewedAt}>
            {dateFormat().format(new Date(viewedAt))}
          </time>
        </li>
      ))}
    </ul>
  );
}
