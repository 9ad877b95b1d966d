import type { RemoteVersion } from '@portico/contracts';
import { useLocale } from '@portico/plugin-api';
import { Badge } from '@portico/ui/badge';
import { Button } from '@portico/ui/button';
import { ConfirmDialog } from '@portico/ui/dialog';
import { MoreIcon } from '@portico/ui/icons';
import { Menu } from '@portico/ui/menu';
import { EmptyState } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import type { TableColumn } from '@portico/ui/table';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useRegistryChange } from '../../api/use-registry.ts';
import { quantity, sizeOf } from '../../components/amounts.ts';
import { Moment } from '../../components/moment.tsx';
import { stableChannel } from '../../components/stable-channel.ts';
import { nameOfRef } from '../list/list-columns.tsx';
import { DifferenceDrawer } from './difference-drawer.tsx';
import { PromoteDrawer } from './promote-drawer.tsx';
import { PublishDrawer } from './publish-drawer.tsx';
import type { RemoteTabProps } from './remote-page.tsx';
import styles from './remote-page.module.css';

type Doing = { readonly what: 'promote' | 'canary' | 'compare' | 'delete'; readonly version: string } | { readonly what: 'publish' };

const rowKey = ({ version }: RemoteVersion) => version;

/** The build of a folder or of a host is not stored: channels don't give it, and nothing of it can be deleted. */
const isStored = ({ kind }: RemoteVersion) => kind === 'published' || kind === 'mirrored';

/** What nobody gets and no session runs may be deleted. */
const mayGo = (row: RemoteVersion) => isStored(row) && row.channels.length === 0 && !row.seen && !row.keptBy?.some(by => by.startsWith('pin '));

function actionsOf(row: RemoteVersion, may: readonly string[], start: (doing: Doing) => void) {
  const { version, channels } = row;
  return [
    { id: 'compare', label: 'Compare', onAction: () => start({ what: 'compare', version }) },
    ...(may.includes('promote') && isStored(row) && !channels.includes(stableChannel)
      ? [
          { id: 'promote', label: 'Promote to stable', onAction: () => start({ what: 'promote', version }) },
          { id: 'canary', label: 'Try with some users', onAction: () => start({ what: 'canary', version }) },
        ]
      : []),
    ...(may.includes('publish') && mayGo(row)
      ? [{ id: 'delete', label: 'Delete', tone: 'danger' as const, onAction: () => start({ what: 'delete', version }) }]
      : []),
  ];
}

function columnsOf(may: readonly string[], start: (doing: Doing) => void, locale: string | undefined): TableColumn<RemoteVersion>[] {
  return [
    { id: 'version', header: 'Version', rowHeader: true, text: 'nowrap', cell: ({ version }) => version },
    {
      id: 'channels',
      header: 'Given by',
      cell: ({ channels, blocked }) => (
        <span className={styles['badges']}>
          {channels.map(channel => (
            <Badge key={channel} tone={channel === stableChannel ? 'success' : 'info'}>
              {channel}
            </Badge>
          ))}
          {blocked ? (
            <Badge tone="danger" title={blocked.reason}>
              rolled back
            </Badge>
          ) : null}
        </span>
      ),
    },
    {
      id: 'seen',
      header: 'In the wild',
      cell: ({ seen }) =>
        seen ? (
          <span>
            {quantity(seen.sessions, 'session', locale)}, <Moment at={seen.lastAt} />
          </span>
        ) : (
          <span className={styles['none']}>not in 7 days</span>
        ),
    },
    {
      id: 'published',
      header: 'Published',
      cell: ({ publishedAt, publishedBy, kind }) => (
        <span>
          {publishedAt ? <Moment at={publishedAt} /> : kind}
          {publishedBy ? `, by ${nameOfRef(publishedBy)}` : ''}
        </span>
      ),
    },
    {
      id: 'kept',
      header: 'Kept for',
      priority: 'low',
      cell: ({ keptBy }) => (keptBy?.length === 0 ? <Badge tone="warning">goes with the next sweep</Badge> : <span className={styles['none']}>{keptBy?.join(', ')}</span>),
    },
    { id: 'size', header: 'Size', align: 'end', priority: 'low', text: 'nowrap', width: '8rem', cell: ({ bytes, files }) => `${sizeOf(bytes, locale)} in ${quantity(files, 'file', locale)}` },
    {
      id: 'actions',
      header: 'Actions',
      width: '6rem',
      cell: row => <Menu label={`Actions of ${row.version}`} size="small" align="end" items={actionsOf(row, may, start)}><MoreIcon /></Menu>,
    },
  ];
}

/** Every version that is kept, with what can be done with it. */
export function VersionsTab(props: RemoteTabProps): ReactElement {
  const { remote } = props;
  const { storage } = remote;
  const locale = useLocale();
  const [doing, setDoing] = useState<Doing>();
  const columns = useMemo(() => columnsOf(remote.may, setDoing, locale), [remote.may, locale]);
  const withdraw = useRegistryChange((client, version: string) => client.withdraw(remote.id, version));
  const close = () => setDoing(undefined);
  const version = doing && 'version' in doing ? doing.version : '';
  return (
    <>
      <div className={styles['bar']}>
        <p className={styles['none']}>
          {quantity(storage.versions, 'version', locale)} of at most {storage.mostVersions.toLocaleString(locale)}, {sizeOf(storage.bytes, locale)}{' '}
          of at most {sizeOf(storage.mostBytes, locale)}
        </p>
        {remote.may.includes('publish') ? <Button onClick={() => setDoing({ what: 'publish' })}>Publish a version</Button> : null}
      </div>
      <Table
        label={`Versions of ${remote.title}`}
        columns={columns}
        rows={remote.versions}
        rowKey={rowKey}
        empty={<EmptyState title="No version yet" description="Publish one with “npx portico publish”, or upload a build here." />}
      />
      {doing?.what === 'publish' ? <PublishDrawer remote={remote} onClose={close} /> : null}
      {doing?.what === 'compare' ? <DifferenceDrawer remote={remote} version={version} onClose={close} /> : null}
      {doing?.what === 'promote' ? <PromoteDrawer {...props} channel={stableChannel} version={version} onClose={close} /> : null}
      {doing?.what === 'canary' ? <PromoteDrawer {...props} channel="canary" version={version} onClose={close} /> : null}
      <ConfirmDialog
        title={`Delete ${version}?`}
        open={doing?.what === 'delete'}
        confirmLabel="Delete"
        tone="danger"
        onCancel={close}
        onConfirm={async () => {
          await withdraw.mutateAsync(version);
          close();
        }}
      >
        Its files are removed; nobody can be given it again unless it is published anew with the same bytes.
      </ConfirmDialog>
    </>
  );
}
