import type { AuditEntry } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { Badge } from '@portico/ui/badge';
import { Button } from '@portico/ui/button';
import { TextLink } from '@portico/ui/link';
import { EmptyState, ErrorState } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import type { TableColumn } from '@portico/ui/table';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { AuditFilter } from '../../api/registry-client.ts';
import { useAudit } from '../../api/use-registry.ts';
import { Moment } from '../../components/moment.tsx';
import { nameOfRef } from '../list/list-columns.tsx';
import { changeInWords } from './change-in-words.ts';
import { UndoButton } from './undo-button.tsx';

const outcomes = { done: undefined, refused: 'danger', alert: 'warning' } as const;
const rowKey = ({ id }: AuditEntry) => String(id);

function columnsOf(withRemote: boolean): TableColumn<AuditEntry>[] {
  return [
    { id: 'at', header: 'When', width: '9rem', text: 'nowrap', cell: ({ at }) => <Moment at={at} /> },
    { id: 'actor', header: 'Who', width: '13%', cell: ({ actor }) => nameOfRef(actor) },
    {
      id: 'action',
      header: 'What',
      width: '18%',
      rowHeader: true,
      cell: ({ action, outcome }) => (
        <span>
          {action} {outcomes[outcome] ? <Badge tone={outcomes[outcome]}>{outcome}</Badge> : null}
        </span>
      ),
    },
    ...(withRemote
      ? [{ id: 'remote', header: 'Plugin', width: '12%', cell: ({ remote }: AuditEntry) => (remote ? <TextLink to={`/registry/remotes/${remote}`}>{remote}</TextLink> : '') }]
      : []),
    {
      id: 'changes',
      header: 'From, to',
      cell: ({ changes, note }) => (
        <div>
          {changes.map(change => (
            <div key={`${change.remote} ${change.subject}`}>{changeInWords(change)}</div>
          ))}
          {note ? <div>“{note}”</div> : null}
        </div>
      ),
    },
    { id: 'undo', header: 'Undo', width: '8%', cell: entry => <UndoButton entry={entry} /> },
  ];
}

/** Entries of the audit trail, newest first. */
export function AuditList({ filter }: { readonly filter: AuditFilter }): ReactElement {
  const audit = useAudit(filter);
  const columns = useMemo(() => columnsOf(filter.remote === undefined), [filter.remote]);
  const entries = useMemo(() => audit.data?.pages.flatMap(page => page.entries) ?? [], [audit.data]);
  if (audit.isError && entries.length === 0) {
    return <ErrorState title="The audit trail can't be read" message={messageOf(audit.error)} onRetry={() => void audit.refetch()} />;
  }
  return (
    <>
      <Table
        label="Audit trail"
        columns={columns}
        rows={entries}
        rowKey={rowKey}
        loadingRows={audit.isPending ? 6 : 0}
        empty={<EmptyState title="Nothing was done yet" description="Whatever changes a plugin is kept here." />}
      />
      {audit.hasNextPage ? (
        <div>
          <Button disabled={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            Older entries
          </Button>
        </div>
      ) : null}
    </>
  );
}
