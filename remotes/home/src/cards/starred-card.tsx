import { useStarredEntities } from '@portico/plugin-catalog-react';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { StarIcon } from '@portico/ui/icons';
import type { ReactElement } from 'react';
import styles from './cards.module.css';

/** The entities that the user marked with a star, the newest first. */
export default function StarredCard(): ReactElement {
  const starred = useStarredEntities().toReversed();
  if (starred.length === 0) {
    return (
      <p className={styles.blank}>
        <StarIcon />
        Mark an entity with its star, and it is one click away here.
      </p>
    );
  }
  return (
    <ul className={styles.lines}>
      {starred.map(entityRef => (
        <li key={entityRef}>
          <EntityRefLink entity={entityRef} />
          <span className={styles.quiet}>{entityRef.split(':', 1)[0]}</span>
        </li>
      ))}
    </ul>
  );
}
