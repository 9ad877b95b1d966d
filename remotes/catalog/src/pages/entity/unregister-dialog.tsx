import { ANNOTATION_LOCATION, ANNOTATION_ORIGIN_LOCATION } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { Button } from '@portico/ui/button';
import { Dialog } from '@portico/ui/dialog';
import type { ReactElement } from 'react';
import { useCopy } from '../../components/use-copy.ts';
import styles from './cards.module.css';

interface UnregisterDialogProps {
  readonly entity: Entity;
  readonly onDone: () => void;
}

/**
 * How an entity leaves the catalog. The catalog reads what its configuration names, so nobody can take an entity out on this page:
 * the dialog says where it comes from and what to change there.
 */
export function UnregisterDialog({ entity, onDone }: UnregisterDialogProps): ReactElement {
  const copy = useCopy();
  const { name, annotations = {} } = entity.metadata;
  const origin = annotations[ANNOTATION_ORIGIN_LOCATION];
  const location = annotations[ANNOTATION_LOCATION] ?? origin;
  return (
    <Dialog
      title={`Unregister ${name}?`}
      open
      onClose={onDone}
      actions={
        <>
          {location === undefined ? null : (
            <Button onClick={() => void copy(location, 'Location')}>Copy location</Button>
          )}
          <Button variant="primary" onClick={onDone}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.prose}>
        <p>The portal's configuration names where it comes from, so it can't be taken out here.</p>
        {location === undefined ? null : (
          <p>
            It is read from <code>{location}</code>
            {origin === undefined || origin === location ? null : (
              <>
                , which <code>{origin}</code> leads to
              </>
            )}
            .
          </p>
        )}
        <p>
          Remove it from that file, or the location from <code>catalog.locations</code>. The catalog follows by itself.
        </p>
      </div>
    </Dialog>
  );
}
