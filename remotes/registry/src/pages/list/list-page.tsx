import type { RemoteSummary } from '@portico/contracts';
import { isPorticoError, messageOf } from '@portico/errors';
import { Button } from '@portico/ui/button';
import { SearchField, Select } from '@portico/ui/field';
import { TextLink } from '@portico/ui/link';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { EmptyState, ErrorState } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useRemotes } from '../../api/use-registry.ts';
import { columns } from './list-columns.tsx';
import styles from './list-page.module.css';
import { RegisterDrawer } from './register-drawer.tsx';

const states = [
  { value: '', label: 'Any state' },
  { value: 'ok', label: 'Ready' },
  { value: 'refused', label: 'Refused' },
  { value: 'unverified', label: 'Unverified' },
  { value: 'empty', label: 'Nothing yet' },
  { value: 'disabled', label: 'Switched off' },
];

const rowKey = ({ id }: RemoteSummary) => id;

function matches(remote: RemoteSummary, text: string, state: string): boolean {
  if (state !== '' && remote.status !== state) return false;
  const searched = [remote.id, remote.title, remote.owner ?? '', ...remote.routes].join(' ').toLowerCase();
  return searched.includes(text.trim().toLowerCase());
}

/** All remotes of the portal. Search and state are in the address. */
export function ListPage(): ReactElement {
  const remotes = useRemotes();
  const all = remotes.data?.remotes;
  const mayRegister = remotes.data?.may.includes('register') ?? false;
  const [query, setQuery] = useSearchParams();
  const [registering, setRegistering] = useState(false);
  const [text, state] = [query.get('text') ?? '', query.get('state') ?? ''];
  const shown = useMemo(() => (all ?? []).filter(remote => matches(remote, text, state)), [all, text, state]);

  /** Typing replaces the address; a choice can be taken back with Back. */
  function change(name: 'text' | 'state', value: string) {
    const next = new URLSearchParams(query);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setQuery(next, { replace: name === 'text' });
  }

  const actions = (
    <>
      <TextLink to="/registry/impact">Impact of an upgrade</TextLink>
      <TextLink to="/registry/audit">Audit trail</TextLink>
      {/* Its place is kept while it is not known who may. */}
      {mayRegister || remotes.isPending ? (
        <Button variant="primary" disabled={!mayRegister} onClick={() => setRegistering(true)}>
          Register a plugin
        </Button>
      ) : null}
    </>
  );
  return (
    <Page>
      <PageHeader title="Plugins" subtitle="Which versions people get, how they fare, and who looks after them." actions={actions} />
      <PageContent>
        <div className={styles['bar']} role="search">
          <SearchField label="Search plugins" placeholder="Search by name, owner or route" value={text} onChange={value => change('text', value)} />
          <Select label="State" labelHidden value={state} options={states} onChange={value => change('state', value)} />
          <p className={styles['count']} role="status">
            {all ? (shown.length === 1 ? '1 plugin' : `${shown.length} plugins`) : ''}
          </p>
        </div>
        {remotes.isError && !all ? (
          <ErrorState
            title="The plugins can't be listed"
            message={messageOf(remotes.error)}
            code={isPorticoError(remotes.error) ? remotes.error.code : undefined}
            onRetry={() => void remotes.refetch()}
          />
        ) : (
          <Table
            label="Plugins"
            columns={columns}
            rows={shown}
            rowKey={rowKey}
            loadingRows={remotes.isPending ? 5 : 0}
            empty={
              all?.length === 0 ? (
                <EmptyState title="No plugin is registered yet" description="Register one by its URL, or publish a build." />
              ) : (
                <EmptyState
                  title="No plugin matches"
                  description="Search for another name, or for any state."
                  action={<Button onClick={() => setQuery(new URLSearchParams())}>Show all plugins</Button>}
                />
              )
            }
          />
        )}
        {registering ? <RegisterDrawer onClose={() => setRegistering(false)} /> : null}
      </PageContent>
    </Page>
  );
}
