import type { SnapshotRemote } from '@portico/contracts';
import { Badge } from '@portico/ui/badge';
import type { ReactElement } from 'react';
import { useSnapshot } from '../api/use-snapshot.ts';
import { CardBody } from './card-body.tsx';
import styles from './cards.module.css';

const words = { ok: 'Ready', refused: 'Refused', unverified: 'Unverified' } as const;
const tones = { ok: 'success', refused: 'danger', unverified: 'warning' } as const;
const urgency = { refused: 0, unverified: 1, ok: 2 } as const;

/** Every plugin of the portal and whether it may run; those with a fault first. */
export default function PluginsCard(): ReactElement {
  return (
    <CardBody state={useSnapshot()} failed="The plugins can't be listed">
      {({ remotes }) => <Plugins remotes={remotes.toSorted((left, right) => urgency[left.status] - urgency[right.status])} />}
    </CardBody>
  );
}

function Plugins({ remotes }: { readonly remotes: readonly SnapshotRemote[] }): ReactElement {
  if (remotes.length === 0) return <p className={styles.none}>No plugin is registered.</p>;
  return (
    <ul className={styles.lines}>
      {remotes.map(({ id, title, status, reason }) => (
        <li key={id}>
          <span>
            {title}
            {reason ? <span className={styles.reason}>{reason.message}</span> : null}
          </span>
          <Badge tone={tones[status]}>{words[status]}</Badge>
        </li>
      ))}
    </ul>
  );
}
