import { Button } from '@portico/ui/button';
import { SearchField, Select } from '@portico/ui/field';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { useCallback } from 'react';
import type { ReactElement } from 'react';
import { useEntities, useKinds, usePersonalRefs } from '../../api/use-entities.ts';
import { EntityList } from './entity-list.tsx';
import styles from './index-page.module.css';
import { ListChoice } from './list-choice.tsx';
import { ActiveFilters, ListFilters } from './list-filters.tsx';
import { initialListState } from './list-state.ts';
import { useDelayedText } from './use-delayed-text.ts';
import { useListState } from './use-list-state.ts';

/** The list of entities with its search and filters. All of its state is in the address. */
export function IndexPage(): ReactElement {
  const [state, change] = useListState();
  const onSettle = useCallback((text: string) => change({ text }), [change]);
  const [text, setText] = useDelayedText(state.text, onSettle);
  const personal = usePersonalRefs();
  const entities = useEntities(state, personal);
  const kinds = useKinds();

  const options = [
    ...(kinds.data ?? [{ value: 'Component', count: undefined }]).map(({ value, count }) => ({
      value: value.toLowerCase(),
      label: count === undefined ? value : `${value} (${count})`,
    })),
    { value: 'all', label: 'All kinds' },
  ];
  const total = entities.data?.pages[0]?.totalItems;
  const narrowed = state.text !== '' || state.list !== 'all' || Object.values(state.filters).some(Boolean);
  return (
    <Page>
      <PageHeader title="Catalog" subtitle="Everything we run and own, and who looks after it." />
      <PageContent>
        <div className={styles.bar} role="search">
          <Select
            label="Kind"
            labelHidden
            value={state.kind}
            options={options}
            onChange={kind => change({ kind, filters: {} })}
          />
          <SearchField label="Search entities" placeholder="Search by name, text or tag" value={text} onChange={setText} />
          <ListChoice state={state} personal={personal} onChange={list => change({ list })} />
          <p className={styles.count} role="status">
            {total === undefined ? '' : countOf(total)}
          </p>
        </div>
        <ListFilters state={state} personal={personal} onChange={change} />
        <ActiveFilters state={state} onChange={change} />
        <EntityList
          query={entities}
          state={state}
          onSortChange={sort => change({ sort })}
          clear={
            narrowed || state.kind !== 'all' ? (
              <Button onClick={() => change({ ...initialListState, kind: 'all' })}>Show everything</Button>
            ) : undefined
          }
        />
      </PageContent>
    </Page>
  );
}

function countOf(total: number): string {
  return total === 1 ? '1 entity' : `${total.toLocaleString('en')} entities`;
}
