import type { RemoteDetail } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { Button } from '@portico/ui/button';
import { Drawer } from '@portico/ui/drawer';
import { ErrorState } from '@portico/ui/states';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRegistryChange } from '../../api/use-registry.ts';
import type { BuildSource } from '../../api/registry-client.ts';
import { ArchiveField } from '../../components/archive-field.tsx';
import { FindingList } from '../../components/finding-list.tsx';
import styles from '../../components/form.module.css';

/** Uploads a build as a new version, after the checks. */
export function PublishDrawer({ remote, onClose }: { readonly remote: RemoteDetail; readonly onClose: () => void }): ReactElement {
  const [archive, setArchive] = useState<File>();
  const check = useRegistryChange((client, source: BuildSource) => client.preflight(source));
  const publish = useRegistryChange((client, source: BuildSource) => client.publish(remote.id, source));
  const busy = check.isPending || publish.isPending;
  const failure = publish.error ?? check.error;
  const actions = (
    <>
      <Button disabled={!archive || busy} onClick={() => archive && check.mutate({ archive })}>
        Check
      </Button>
      <Button variant="primary" disabled={!archive || busy || !check.data?.ok} onClick={() => archive && publish.mutate({ archive }, { onSuccess: onClose })}>
        Publish
      </Button>
    </>
  );
  return (
    <Drawer title={`Publish a version of ${remote.title}`} open onClose={onClose} actions={actions} size="medium">
      <div className={styles['stack']}>
        <ArchiveField
          onChange={file => {
            setArchive(file);
            check.reset();
          }}
        />
        <p className={styles['note']}>Nobody gets it before it is promoted.</p>
        {failure ? <ErrorState title="Nothing was published" message={messageOf(failure)} /> : null}
        {check.data ? <FindingList rules={check.data.rules} findings={check.data.findings} /> : null}
      </div>
    </Drawer>
  );
}
