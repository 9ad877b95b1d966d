import { SearchField, Select } from '@portico/ui/field';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import styles from '../../components/form.module.css';
import { AuditList } from './audit-list.tsx';

const actions = [
  '', 'remote.register', 'remote.update', 'remote.unregister', 'version.publish', 'version.mirror', 'version.delete', 'version.sweep', 'version.mark', 'version.alert',
  'channel.move', 'channel.rollback', 'channel.auto-rollback', 'channel.remove', 'release-set.apply', 'pin.set', 'pin.remove',
  'override.set', 'override.reset', 'override.expire', 'override.end', 'audit.undo',
].map(value => ({ value, label: value === '' ? 'Any action' : value }));

const outcomes = [
  { value: '', label: 'Any outcome' },
  { value: 'done', label: 'Done' },
  { value: 'refused', label: 'Refused' },
  { value: 'alert', label: 'Alerts' },
];

/** Who did what to the portal's plugins, when, from what to what. The filters are in the address. */
export default function AuditPage(): ReactElement {
  const [query, setQuery] = useSearchParams();
  const value = (name: string) => query.get(name) ?? '';
  const given = (name: string) => value(name) || undefined;
  /** Typing replaces the address; a choice can be taken back with Back. */
  const change = (name: string) => (next: string) => {
    const changed = new URLSearchParams(query);
    if (next === '') changed.delete(name);
    else changed.set(name, next);
    setQuery(changed, { replace: name === 'remote' || name === 'actor' });
  };
  return (
    <Page>
      <PageHeader title="Audit trail" subtitle="Who did what, when, from what to what." breadcrumbs={[{ label: 'Plugins', to: '/registry' }]} />
      <PageContent>
        <div className={styles['row']} role="search">
          <SearchField label="Plugin" placeholder="Plugin, by its id" value={value('remote')} onChange={change('remote')} />
          <SearchField label="Who" placeholder="Who, as user:default/ada" value={value('actor')} onChange={change('actor')} />
          <Select label="Action" labelHidden value={value('action')} options={actions} onChange={change('action')} />
          <Select label="Outcome" labelHidden value={value('outcome')} options={outcomes} onChange={change('outcome')} />
        </div>
        <AuditList filter={{ remote: given('remote'), actor: given('actor'), action: given('action'), outcome: given('outcome') }} />
      </PageContent>
    </Page>
  );
}
