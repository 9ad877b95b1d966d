import type { RemoteSummary } from '@portico/contracts';
import { Badge } from '@portico/ui/badge';
import { TextLink } from '@portico/ui/link';
import type { TableColumn } from '@portico/ui/table';
import { idBeside } from '../../components/id-beside.ts';
import { RemoteStatus } from '../../components/remote-status.tsx';
import { HealthFigures } from './health-figures.tsx';
import styles from './list-page.module.css';

const sources: Readonly<Record<RemoteSummary['source']['kind'], string>> = {
  folder: 'Build folder',
  mirror: 'Its own host, mirrored',
  live: 'Its own host, live',
  published: 'Published here',
};

/** What a remote's source is, in words. */
export const sourceOf = ({ source }: RemoteSummary): string => sources[source.kind];

/** `group:default/payments` -> `payments`, `external:pipeline` -> `pipeline`. */
export const nameOfRef = (ref: string): string => ref.slice(Math.max(ref.lastIndexOf('/'), ref.lastIndexOf(':')) + 1);

/** Columns of the list of remotes. */
export const columns: readonly TableColumn<RemoteSummary>[] = [
  {
    id: 'plugin',
    header: 'Plugin',
    rowHeader: true,
    width: '22%',
    cell: remote => (
      <span className={styles['name']}>
        <TextLink to={`/registry/remotes/${remote.id}`}>{remote.title}</TextLink>
        <span className={styles['id']}>{idBeside(remote)}</span>
      </span>
    ),
  },
  { id: 'state', header: 'State', width: '11%', cell: remote => <RemoteStatus remote={remote} /> },
  {
    id: 'version',
    header: 'Version',
    width: '19%',
    cell: ({ version, channels }) => (
      <span className={styles['channels']}>
        {version ?? <span className={styles['none']}>none</span>}
        {channels
          .filter(({ channel }) => channel !== 'stable')
          .map(({ channel, version: given, weight }) => (
            <Badge key={channel} tone="info" title={`${channel}: ${given}`}>
              {weight === undefined ? channel : `${channel} ${weight} %`}
            </Badge>
          ))}
      </span>
    ),
  },
  { id: 'health', header: 'Load time and errors', width: '22%', cell: ({ id, version }) => <HealthFigures id={id} version={version} /> },
  { id: 'owner', header: 'Owner', width: '10%', priority: 'low', cell: ({ owner }) => (owner ? nameOfRef(owner) : '') },
  { id: 'source', header: 'Comes from', width: '16%', priority: 'low', cell: sourceOf },
];
