import type { Entity } from '@portico/plugin-catalog-common';
import { Card } from '@portico/ui/card';
import { TextLink } from '@portico/ui/link';
import type { ReactElement } from 'react';
import styles from './cards.module.css';

/** The entity's own links. No card where there are none. */
export function LinksCard({ entity }: { readonly entity: Entity }): ReactElement | null {
  const links = entity.metadata.links ?? [];
  if (links.length === 0) return null;
  return (
    <Card title="Links">
      <ul className={styles.list}>
        {links.map((link, index) => (
          <li key={`${link.url} ${index}`}>
            <TextLink href={link.url}>{link.title ?? link.url}</TextLink>
            {link.type ? <span className={styles.kind}>{link.type}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
