import { Button } from '@portico/ui/button';
import { SearchField, Select } from '@portico/ui/field';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { useEntities, useKinds } from '../../api/use-entities.ts';
import { EntityList } from './entity-list.tsx';
import styles from './index-page.module.css';
import { initialListState } from './list-state.ts';
import { Paging } from './paging.tsx';
import { useDelayedText } from './use-delayed-text.ts';
import { useListState } from './use-list-state.ts';

/** The list of entities with its search. All of its state is in the address. */
export function IndexPage(): ReactElement {
  const [state, change] = useListState();
  const onSettle = useCallback((text: string) => change({ text }), [change]);
  const [text, setText] = useDelayedText(state.text, onSettle);
  const entities = useEntities(state);
  const kinds = useKinds();

  const options = [
    ...(kinds.data ?? [{ value: 'Component', count: undefined }]).map(({ value, count }) => ({
      value: value.toLowerCase(),
      label: count === undefined ? value : `${value} (${count})`,
    })),
    { value: 'all', label: 'All kinds' },
  ];
  const filtered = state.text !== '' || state.kind !== 'all';
  return (
    <Page>
      <PageHeader title="Catalog" subtitle="Everything we run and own, and who looks after it." />
      <PageContent>
        <div className={styles.bar} role="search">
          <Select label="Kind" labelHidden value={state.kind} options={options} onChange={kind => change({ kind })} />
          <SearchField label="Search entities" placeholder="Search by name, text or tag" value={text} onChange={setText} />
          <p className={styles.count} role="status">
            {entities.data ? countOf(entities.data.totalItems) : ''}
          </p>
        </div>
        <EntityList
          query={entities}
          sort={state.sort}
          showKind={state.kind === 'all'}
          onSortChange={sort => change({ sort })}
          clear={
            filtered ? (
              <Button onClick={() => change({ ...initialListState, kind: 'all' })}>Show everything</Button>
            ) : undefined
          }
        />
        {entities.data ? (
          <Paging pageInfo={entities.data.pageInfo} page={state.page} totalItems={entities.data.totalItems} onChange={change} />
        ) : null}
      </PageContent>
    </Page>
  );
}

function countOf(total: number): string {
  return total === 1 ? '1 entity' : `${total.toLocaleString('en')} entities`;
}
