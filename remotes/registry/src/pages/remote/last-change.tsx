import { messageOf } from '@portico/errors';
import { Button } from '@portico/ui/button';
import type { ReactElement } from 'react';
import { useRegistryChange } from '../../api/use-registry.ts';
import styles from './remote-page.module.css';

/** Something that was done to a remote from this page. */
export interface Change {
  readonly words: string;
  readonly entry: number;
}

/** Says what was done last, and takes it back. */
export function LastChange({ change, onDone }: { readonly change: Change | undefined; readonly onDone: () => void }): ReactElement {
  const undo = useRegistryChange((client, entry: number) => client.undo(entry));
  return (
    <div role="status" className={styles['live']}>
      {change ? (
        <div className={styles['change']}>
          <span>{undo.isError ? messageOf(undo.error) : change.words}</span>
          {!undo.isError ? (
            <Button size="small" disabled={undo.isPending} onClick={() => undo.mutate(change.entry, { onSuccess: onDone })}>
              Undo
            </Button>
          ) : null}
          <Button size="small" variant="plain" onClick={onDone}>
            Dismiss
          </Button>
        </div>
      ) : null}
    </div>
  );
}
