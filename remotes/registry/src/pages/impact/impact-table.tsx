import type { Impact } from '@portico/contracts';
import { Badge } from '@portico/ui/badge';
import { TextLink } from '@portico/ui/link';
import { EmptyState } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import type { TableColumn } from '@portico/ui/table';
import type { ReactElement } from 'react';
import { nameOfRef } from '../list/list-columns.tsx';
import styles from './impact-page.module.css';

type RemoteImpact = Impact['remotes'][number];
type VersionImpact = RemoteImpact['versions'][number];

function verdictOf({ now, then }: VersionImpact) {
  if (then === 'refused') return <Badge tone={now === 'refused' ? 'neutral' : 'danger'}>{now === 'refused' ? 'Refused already' : 'Would be refused'}</Badge>;
  return then === 'fine' ? <Badge tone="success">Fine</Badge> : <Badge>Not concerned</Badge>;
}

const columns: readonly TableColumn<RemoteImpact>[] = [
  {
    id: 'plugin',
    header: 'Plugin',
    rowHeader: true,
    width: '22%',
    cell: ({ id, title }) => <TextLink to={`/registry/remotes/${id}`}>{title}</TextLink>,
  },
  { id: 'owner', header: 'Owner', width: '14%', cell: ({ owner }) => (owner ? nameOfRef(owner) : <span className={styles['quiet']}>nobody</span>) },
  {
    id: 'versions',
    header: 'What people get, and what would become of it',
    cell: ({ versions }) => (
      <ul className={styles['versions']}>
        {versions.map(version => (
          <li key={version.version}>
            <p className={styles['line']}>
              <span className={styles['version']}>{version.version}</span>
              <span className={styles['quiet']}>{version.givenBy.join(', ')}</span>
              {verdictOf(version)}
            </p>
            {version.findings.map(({ path, message, fix }) => (
              <p key={path} className={styles['finding']}>
                {message}. <span className={styles['quiet']}>{fix}.</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    ),
  },
];

const rowKey = ({ id }: RemoteImpact) => id;

/** Every plugin that people get, those that would break first. */
export function ImpactTable({ impact }: { readonly impact: Impact | undefined }): ReactElement {
  return (
    <Table
      label="Plugins and what would become of them"
      columns={columns}
      rows={impact?.remotes ?? []}
      rowKey={rowKey}
      loadingRows={impact ? 0 : 4}
      empty={<EmptyState title="No plugin is given to anybody yet" />}
    />
  );
}
