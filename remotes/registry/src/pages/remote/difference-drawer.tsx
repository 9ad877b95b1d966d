import type { PluginManifest, RemoteDetail } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { fetchApiRef, readJson, useApi } from '@portico/plugin-api';
import { Drawer } from '@portico/ui/drawer';
import { Select } from '@portico/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@portico/ui/states';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import styles from '../../components/form.module.css';
import { manifestDifference } from './manifest-difference.ts';
import pageStyles from './remote-page.module.css';

function useManifest(id: string, version: string) {
  const { fetch } = useApi(fetchApiRef);
  return useQuery({
    queryKey: ['manifest', id, version],
    enabled: version !== '',
    staleTime: Infinity,
    queryFn: async ({ signal }) => readJson<PluginManifest>(await fetch(`/remotes/${id}/${encodeURIComponent(version)}/portico-plugin.json`, { signal })),
  });
}

export interface DifferenceDrawerProps {
  readonly remote: RemoteDetail;
  readonly version: string;
  readonly onClose: () => void;
}

/** What a version adds and takes away, compared with another. */
export function DifferenceDrawer({ remote, version, onClose }: DifferenceDrawerProps): ReactElement {
  const others = remote.versions.map(one => one.version).filter(one => one !== version);
  const at = remote.versions.findIndex(one => one.version === version);
  const [other, setOther] = useState(remote.versions[at + 1]?.version ?? others[0] ?? '');
  const to = useManifest(remote.id, version);
  const from = useManifest(remote.id, other);
  const failure = to.error ?? from.error;
  const lines = from.data && to.data ? manifestDifference(from.data, to.data) : [];
  return (
    <Drawer title={`${remote.title} ${version}, compared`} open onClose={onClose} size="medium">
      <div className={styles['stack']}>
        {other === '' ? <EmptyState title="There is no other version" /> : null}
        {other === '' ? null : (
          <Select label="Compared with" value={other} options={others.map(one => ({ value: one, label: one }))} onChange={setOther} />
        )}
        {failure ? <ErrorState title="The versions can't be compared" message={messageOf(failure)} /> : null}
        {other !== '' && !failure && !(from.data && to.data) ? <Skeleton lines={4} /> : null}
        {from.data && to.data && lines.length === 0 ? <p className={styles['note']}>Same routes, extensions and ranges: only the code differs.</p> : null}
        <ul className={pageStyles['diff']}>
          {lines.map(({ change, about, text }) => (
            <li key={`${change} ${about} ${text}`} data-change={change}>
              {change === 'added' ? '+' : '−'} {about} <code>{text}</code>
            </li>
          ))}
        </ul>
      </div>
    </Drawer>
  );
}
