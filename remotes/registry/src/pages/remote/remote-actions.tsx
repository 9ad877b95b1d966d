import { Button } from '@portico/ui/button';
import { ConfirmDialog } from '@portico/ui/dialog';
import { Menu } from '@portico/ui/menu';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useRegistryChange } from '../../api/use-registry.ts';
import type { RemoteTabProps } from './remote-page.tsx';
import { rollbackTarget } from './rollback-target.ts';

type Question = 'rollback' | 'switch' | 'unregister';

/** What can be done to a remote as a whole, each after a question. */
export function RemoteActions({ remote, onChanged }: RemoteTabProps): ReactElement {
  const navigate = useNavigate();
  const [question, setQuestion] = useState<Question>();
  const rollBack = useRegistryChange(client => client.rollBack(remote.id, {}));
  const setEnabled = useRegistryChange((client, enabled: boolean) => client.update(remote.id, { enabled }, remote.etag));
  const unregister = useRegistryChange(client => client.unregister(remote.id));
  const back = rollbackTarget(remote);
  const may = (permission: string) => remote.may.includes(permission);
  const close = () => setQuestion(undefined);

  const items = [
    ...(may('disable')
      ? [{ id: 'switch', label: remote.enabled ? 'Switch off' : 'Switch on', onAction: () => setQuestion('switch') }]
      : []),
    ...(may('disable') && remote.source.origin === 'call'
      ? [{ id: 'unregister', label: 'Unregister', tone: 'danger' as const, onAction: () => setQuestion('unregister') }]
      : []),
  ];
  return (
    <>
      {may('rollback') && back !== undefined ? <Button onClick={() => setQuestion('rollback')}>Roll back to {back}</Button> : null}
      <Menu label="More actions" items={items} align="end" />
      <ConfirmDialog
        title={`Roll ${remote.title} back to ${back ?? ''}?`}
        open={question === 'rollback'}
        confirmLabel="Roll back"
        onCancel={close}
        onConfirm={async () => {
          onChanged(`Everybody gets ${back ?? ''} again`, await rollBack.mutateAsync(undefined));
          close();
        }}
      >
        Open pages of the plugin are replaced within seconds, without a reload. {remote.version} stays published.
      </ConfirmDialog>
      <ConfirmDialog
        title={remote.enabled ? `Switch ${remote.title} off?` : `Switch ${remote.title} on?`}
        open={question === 'switch'}
        confirmLabel={remote.enabled ? 'Switch off' : 'Switch on'}
        tone={remote.enabled ? 'danger' : 'primary'}
        onCancel={close}
        onConfirm={async () => {
          onChanged(`${remote.title} is switched ${remote.enabled ? 'off' : 'on'}`, await setEnabled.mutateAsync(!remote.enabled));
          close();
        }}
      >
        {remote.enabled ? 'Its pages and cards go away for everybody, in open sessions too. Nothing is deleted.' : 'Its pages and cards come back for everybody.'}
      </ConfirmDialog>
      <ConfirmDialog
        title={`Unregister ${remote.title}?`}
        open={question === 'unregister'}
        confirmLabel="Unregister"
        tone="danger"
        onCancel={close}
        onConfirm={async () => {
          await unregister.mutateAsync(undefined);
          await navigate('/registry');
        }}
      >
        Its pages and cards go away for everybody, and its versions are deleted. The audit trail keeps what was done.
      </ConfirmDialog>
    </>
  );
}
