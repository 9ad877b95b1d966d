import { useLocale } from '@portico/plugin-api';
import { Button } from '@portico/ui/button';
import { SearchField, Select } from '@portico/ui/field';
import { FilterIcon } from '@portico/ui/icons';
import { Page, PageContent, PageHeader } from '@portico/ui/page';
import { ColumnChoice } from '@portico/ui/table';
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import { useEntities, useKinds, usePersonalRefs } from '../../api/use-entities.ts';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { EntityList } from './entity-list.tsx';
import styles from './index-page.module.css';
import { ListChoice, countOfKind } from './list-choice.tsx';
import { ListFilters } from './list-filters.tsx';
import { filterNames, initialAddress } from './list-state.ts';
import type { ListState } from './list-state.ts';
import { useColumns } from './use-columns.ts';
import { useDelayedText } from './use-delayed-text.ts';
import { useListState } from './use-list-state.ts';

/** The list of entities with its search and filters. All of its state is in the address, its columns in this browser. */
export function IndexPage(): ReactElement {
  const personal = usePersonalRefs();
  const owned = useKinds(personal.ownership);
  // The user's own rows are on their way while it is found out whether there are any.
  const owns = useCallback((kind: string) => owned.isLoading || (countOfKind(owned.data, kind) ?? 0) > 0, [owned.isLoading, owned.data]);
  const [state, change, isChosen] = useListState(owns);
  const onSettle = useCallback((text: string) => change({ text }), [change]);
  const [text, setText] = useDelayedText(state.text, onSettle);
  const entities = useEntities(state, personal);
  // The rows of one list don't stand in for those of the other: they would be seen to go.
  const waits = owned.isLoading || entities.isPlaceholderData;
  const [decided, setDecided] = useState(isChosen);
  if (!decided && !waits) setDecided(true);
  const deciding = !decided && !isChosen && waits;
  // Counts wait: what is looked at first comes first.
  const settled = !entities.isLoading;
  const kinds = useKinds(undefined, settled);
  const locale = useLocale();
  const narrow = useMediaQuery('(max-width: 44rem)');
  const [unfolded, setUnfolded] = useState(false);
  const { columns, visible, choose } = useColumns(state.kind);

  const counted = state.list === 'owned' ? owned.data : kinds.data;
  const options = (kinds.data ?? [{ value: 'Component' }]).map(({ value }) => {
    const count = countOfKind(counted, value.toLowerCase());
    return { value: value.toLowerCase(), label: count === undefined || state.list === 'starred' ? value : `${value} (${count.toLocaleString(locale)})` };
  });
  const total = deciding ? undefined : entities.data?.pages[0]?.totalItems;
  const active = filterNames.filter(name => state.filters[name]?.length).length;
  const narrowed = state.text !== '' || state.list !== 'all' || active > 0;
  return (
    <Page>
      <PageHeader title="Catalog" subtitle="Everything we run and own, and who looks after it." />
      <PageContent>
        <div className={styles.bar} role="search">
          <Select
            label="Kind"
            labelHidden
            value={state.kind}
            options={[...options, { value: 'all', label: 'All kinds' }]}
            onChange={kind => change({ kind, filters: {} })}
          />
          <SearchField label="Search entities" placeholder="Search by name, text or tag" value={text} onChange={setText} />
          <ListChoice state={state} personal={personal} all={kinds.data} owned={owned.data} onChange={list => change({ list })} />
        </div>
        <div className={styles.filterBar}>
          {narrow ? (
            <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
              <FilterIcon />
              {active === 0 ? 'Filters' : `Filters (${active})`}
            </Button>
          ) : null}
          {!narrow || unfolded ? <ListFilters state={state} personal={personal} counted={settled} onChange={change} /> : null}
          <p className={styles.count} role="status">
            {total === undefined ? '' : countOf(total, locale)}
            {total === undefined ? null : <span>{ofList[state.list]}</span>}
          </p>
          <ColumnChoice columns={columns} visible={visible} onChange={choose} />
        </div>
        <EntityList
          query={entities}
          deciding={deciding}
          state={state}
          columns={columns}
          visibleColumns={visible}
          onSortChange={sort => change({ sort })}
          clear={
            narrowed || state.kind !== 'all' ? (
              <Button onClick={() => change({ ...initialAddress, kind: 'all', list: 'all' })}>Show everything</Button>
            ) : undefined
          }
        />
      </PageContent>
    </Page>
  );
}

const ofList: Record<ListState['list'], string> = { all: '', owned: ' that you own', starred: ' with your star' };

function countOf(total: number, locale: string | undefined): string {
  return total === 1 ? '1 entity' : `${total.toLocaleString(locale)} entities`;
}
