import { useLocale } from '@portico/plugin-api';
import { useRecentEntities } from '@portico/plugin-catalog-react';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { ClockIcon } from '@portico/ui/icons';
import type { ReactElement } from 'react';
import styles from './cards.module.css';

const parts = { month: 'short', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;

/** The entities whose pages the user looked at last. */
export default function RecentCard(): ReactElement {
  const recent = useRecentEntities().slice(0, 7);
  const locale = useLocale();
  if (recent.length === 0) {
    return (
      <p className={styles.blank}>
        <ClockIcon />
        Pages of the catalog that you open are listed here.
      </p>
    );
  }
  // Made only where there is something to write: to make a format takes about as long as to render a page.
  const format = new Intl.DateTimeFormat(locale, parts);
  return (
    <ul className={styles.lines}>
      {recent.map(({ entityRef, title, viewedAt }) => (
        <li key={entityRef}>
          <EntityRefLink entity={entityRef}>{title}</EntityRefLink>
          <time className={styles.quiet} dateTime={viewedAt}>
            {format.format(new Date(viewedAt))}
          </time>
        </li>
      ))}
    </ul>
  );
}
