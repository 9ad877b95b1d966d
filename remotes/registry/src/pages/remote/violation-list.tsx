import type { Violation } from '@portico/contracts';
import { Card } from '@portico/ui/card';
import { Table } from '@portico/ui/table';
import type { TableColumn } from '@portico/ui/table';
import type { ReactElement } from 'react';
import { Moment } from '../../components/moment.tsx';
import styles from './remote-page.module.css';

const ways: Readonly<Record<Violation['attributedBy'], string>> = {
  source: 'its own code',
  blocked: 'a file of it',
  page: 'probably: its page was shown',
  nothing: '',
};

const columns: readonly TableColumn<Violation>[] = [
  { id: 'directive', header: 'Refused by', rowHeader: true, width: '20%', cell: ({ directive }) => <code>{directive}</code> },
  { id: 'blocked', header: 'What', cell: ({ blocked }) => <span className={styles['any']}>{blocked}</span> },
  {
    id: 'source',
    header: 'Whose doing',
    cell: ({ attributedBy, source, version }) => (
      <span className={styles['any']}>
        {ways[attributedBy]}
        {source ? `, ${source}` : ''}
        {version ? ` (${version})` : ''}
      </span>
    ),
  },
  { id: 'count', header: 'Times', align: 'end', width: '5rem', cell: ({ count }) => count.toLocaleString('en') },
  { id: 'last', header: 'Last', width: '14%', cell: ({ lastAt }) => <Moment at={lastAt} /> },
];

const rowKey = ({ version = '', directive, blocked }: Violation) => `${version} ${directive} ${blocked}`;

/** What browsers refused to do for a plugin because of the page's policy; nothing where there is none. */
export function ViolationList({ violations }: { readonly violations: readonly Violation[] }): ReactElement | null {
  if (violations.length === 0) return null;
  return (
    <Card title="Refused by the page's security policy" subtitle="As browsers reported it in the last 30 days" size="wide">
      <Table label="Refused by the page's security policy" columns={columns} rows={violations} rowKey={rowKey} />
    </Card>
  );
}
