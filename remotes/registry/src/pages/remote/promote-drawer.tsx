import type { ChannelMove } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { Button } from '@portico/ui/button';
import { Drawer } from '@portico/ui/drawer';
import { RangeField, Select, TextField } from '@portico/ui/field';
import { ErrorState } from '@portico/ui/states';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRegistryChange } from '../../api/use-registry.ts';
import styles from '../../components/form.module.css';
import { stableChannel } from '../../components/stable-channel.ts';
import type { RemoteTabProps } from './remote-page.tsx';

export interface PromoteDrawerProps extends RemoteTabProps {
  readonly channel: string;
  /** The version to begin with; that of the channel by default. */
  readonly version?: string;
  readonly onClose: () => void;
}

/** Says which version a channel gives, and to whom. */
export function PromoteDrawer({ remote, channel, version, onChanged, onClose }: PromoteDrawerProps): ReactElement {
  const current = remote.channels.find(one => one.channel === channel);
  const [chosen, setChosen] = useState(version ?? current?.version ?? remote.versions[0]?.version ?? '');
  const [weight, setWeight] = useState(current?.weight ?? 10);
  const [audience, setAudience] = useState((current?.audience ?? []).join(', '));
  const [note, setNote] = useState('');
  const move = useRegistryChange((client, body: ChannelMove) => client.move(remote.id, channel, { ...body, etag: current?.etag }));
  const stable = channel === stableChannel;
  const refs = audience.split(/[\s,]+/).filter(Boolean);

  const send = () =>
    move.mutate(
      {
        version: chosen,
        ...(stable ? {} : { weight: weight === 0 ? null : weight, audience: refs.length === 0 ? null : refs }),
        ...(note.trim() === '' ? {} : { note }),
      },
      {
        onSuccess: changed => {
          onChanged(`${channel} gives ${chosen} from now on`, changed);
          onClose();
        },
      },
    );

  const actions = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button variant="primary" disabled={chosen === '' || move.isPending} onClick={send}>
        {stable ? 'Promote' : 'Apply'}
      </Button>
    </>
  );
  return (
    <Drawer title={stable ? `Promote a version of ${remote.title}` : `Channel ${channel}`} open onClose={onClose} actions={actions}>
      <div className={styles['stack']}>
        <Select
          label="Version"
          value={chosen}
          options={remote.versions.map(one => ({ value: one.version, label: one.blocked ? `${one.version} (rolled back before)` : one.version }))}
          onChange={setChosen}
        />
        {stable ? (
          <p className={styles['note']}>Open sessions take it at their next step into the plugin; nobody is interrupted.</p>
        ) : (
          <>
            <RangeField
              label="Share of the users"
              unit="%"
              value={weight}
              description="A user keeps the version that the share gave them while it grows."
              onChange={setWeight}
            />
            <TextField
              label="Users and groups"
              value={audience}
              placeholder="group:default/payments"
              description="They get it in any case; several are parted by commas."
              onChange={setAudience}
            />
          </>
        )}
        <TextField label="Note for the audit trail" value={note} onChange={setNote} />
        {move.isError ? <ErrorState title="Nothing was changed" message={messageOf(move.error)} /> : null}
      </div>
    </Drawer>
  );
}
