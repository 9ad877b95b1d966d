import type { RemoteDetail } from '@portico/contracts';
import { isPorticoError, messageOf } from '@portico/errors';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { ErrorState, Skeleton } from '@portico/ui/states';
import { TabNav } from '@portico/ui/tabs';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Route, Routes, useParams } from 'react-router';
import type { ChangedRemote } from '../../api/registry-client.ts';
import { useRemote } from '../../api/use-registry.ts';
import { idBeside } from '../../components/id-beside.ts';
import { RemoteStatus } from '../../components/remote-status.tsx';
import { AuditList } from '../audit/audit-list.tsx';
import { nameOfRef, sourceOf } from '../list/list-columns.tsx';
import { ChannelsTab } from './channels-tab.tsx';
import { HealthTab } from './health-tab.tsx';
import { LastChange } from './last-change.tsx';
import type { Change } from './last-change.tsx';
import { RemoteActions } from './remote-actions.tsx';
import styles from './remote-page.module.css';
import { SettingsTab } from './settings-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';

/** What the tabs of a remote work with. */
export interface RemoteTabProps {
  readonly remote: RemoteDetail;
  /** Says what was done, with a way back. */
  readonly onChanged: (words: string, changed: ChangedRemote) => void;
}

const top = [{ label: 'Plugins', to: '/registry' }];

/** One remote: who gets which version, how they fare, what was done to it. */
export default function RemotePage(): ReactElement {
  const { id = '' } = useParams();
  const query = useRemote(id);
  const [change, setChange] = useState<Change>();
  const remote = query.data;
  const base = `/registry/remotes/${encodeURIComponent(id)}`;
  const tabs = [
    { to: base, label: 'Channels', end: true },
    { to: `${base}/versions`, label: 'Versions' },
    { to: `${base}/health`, label: 'Health' },
    { to: `${base}/history`, label: 'History' },
    { to: `${base}/settings`, label: 'Settings' },
  ];
  if (!remote) {
    // What the address tells stands there at once; only the rest is waited for.
    return (
      <Page>
        <PageHeader
          title={id}
          breadcrumbs={top}
          {...(query.isPending ? { subtitle: <Skeleton width="14rem" height="1.3125rem" />, actions: <Skeleton width="14rem" height="2rem" /> } : {})}
        />
        {query.isPending ? <TabNav label={`${id}: sections`} tabs={tabs} /> : null}
        <PageContent>
          {query.isPending ? (
            <Skeleton height="14rem" />
          ) : (
            <ErrorState
              title="This plugin can't be shown"
              message={messageOf(query.error)}
              code={isPorticoError(query.error) ? query.error.code : undefined}
              onRetry={() => void query.refetch()}
            />
          )}
        </PageContent>
      </Page>
    );
  }

  const props: RemoteTabProps = { remote, onChanged: (words, { audit }) => setChange({ words, entry: audit }) };
  const about = [remote.version ? `Version ${remote.version}` : 'No version yet', sourceOf(remote), remote.owner && `Owned by ${nameOfRef(remote.owner)}`];
  return (
    <Page>
      <PageHeader
        title={remote.title}
        detail={idBeside(remote)}
        breadcrumbs={top}
        subtitle={
          <span className={styles['about']}>
            <RemoteStatus remote={remote} />
            <span>{about.filter(Boolean).join(' · ')}</span>
          </span>
        }
        actions={<RemoteActions {...props} />}
      />
      <TabNav label={`${remote.title}: sections`} tabs={tabs} />
      <PageContent>
        <LastChange change={change} onDone={() => setChange(undefined)} />
        <Routes>
          <Route index element={<ChannelsTab {...props} />} />
          <Route path="versions" element={<VersionsTab {...props} />} />
          <Route path="health" element={<HealthTab remote={remote} />} />
          <Route path="history" element={<AuditList filter={{ remote: remote.id }} />} />
          <Route path="settings" element={<SettingsTab {...props} />} />
        </Routes>
      </PageContent>
    </Page>
  );
}
