import type { Channel } from '@portico/contracts';
import { Button } from '@portico/ui/button';
import { Card, CardGrid } from '@portico/ui/card';
import { ConfirmDialog } from '@portico/ui/dialog';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRegistryChange } from '../../api/use-registry.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { Moment } from '../../components/moment.tsx';
import { stableChannel } from '../../components/stable-channel.ts';
import { nameOfRef } from '../list/list-columns.tsx';
import { PromoteDrawer } from './promote-drawer.tsx';
import type { RemoteTabProps } from './remote-page.tsx';
import styles from './remote-page.module.css';

function whoGets({ channel, weight, audience }: Channel): string {
  if (channel === stableChannel) return 'everybody who gets no other version';
  const names = (audience ?? []).map(nameOfRef).join(', ');
  const share = weight === undefined ? '' : `${weight} % of the users`;
  return [names, share].filter(Boolean).join(', and ') || 'nobody yet';
}

interface ChannelCardProps extends RemoteTabProps {
  readonly channel: Channel;
  readonly onEdit: () => void;
}

function ChannelCard({ remote, channel, onEdit, onChanged }: ChannelCardProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const remove = useRegistryChange(client => client.removeChannel(remote.id, channel.channel));
  const mayMove = remote.may.includes('promote');
  return (
    <Card title={channel.channel} size="small">
      <p className={styles['version']}>{channel.version}</p>
      <dl className={styles['facts']}>
        <dt>For</dt>
        <dd>{whoGets(channel)}</dd>
        <dt>Since</dt>
        <dd>
          <Moment at={channel.movedAt} />, by {nameOfRef(channel.movedBy)}
        </dd>
        <dt>Before</dt>
        <dd>{channel.previous.slice(0, 3).join(', ') || 'nothing'}</dd>
      </dl>
      {mayMove ? (
        <div className={styles['foot']}>
          <Button onClick={onEdit}>Change</Button>
          {channel.channel === stableChannel ? null : (
            <Button variant="plain" onClick={() => setAsking(true)}>
              Remove
            </Button>
          )}
        </div>
      ) : null}
      <ConfirmDialog
        title={`Remove the channel ${channel.channel}?`}
        open={asking}
        confirmLabel="Remove"
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          onChanged(`The channel ${channel.channel} is gone`, await remove.mutateAsync(undefined));
          setAsking(false);
        }}
      >
        Its users get the stable version from then on. {channel.version} stays published.
      </ConfirmDialog>
    </Card>
  );
}

/** Which version goes to whom, and what is wrong with the remote. */
export function ChannelsTab(props: RemoteTabProps): ReactElement {
  const { remote } = props;
  const [editing, setEditing] = useState<string>();
  const trouble = remote.reason ?? remote.fault;
  const mayMove = remote.may.includes('promote') && remote.versions.length > 0;
  return (
    <>
      {trouble ? (
        <div className={styles['warning']} role="note">
          <p>{trouble.message}</p>
          <p>{trouble.fix}</p>
        </div>
      ) : null}
      <CardGrid>
        {remote.channels.map(channel => (
          <ChannelCard key={channel.channel} {...props} channel={channel} onEdit={() => setEditing(channel.channel)} />
        ))}
        {mayMove ? (
          <Card title="Another channel" size="small">
            <p>Try a version with some users first: a group, or a share of all.</p>
            <div className={styles['foot']}>
              <Button onClick={() => setEditing('canary')}>Start a canary</Button>
            </div>
          </Card>
        ) : null}
      </CardGrid>
      {remote.findings.length > 0 ? (
        <Card title="What the checks say" size="wide">
          <FindingList findings={remote.findings} />
        </Card>
      ) : null}
      {editing ? <PromoteDrawer {...props} channel={editing} onClose={() => setEditing(undefined)} /> : null}
    </>
  );
}
