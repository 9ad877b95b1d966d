import { Button } from '@portico/ui/button';
import { FilterSelect } from '@portico/ui/picker';
import type { ReactElement } from 'react';
import { useFilterValues } from '../../api/use-entities.ts';
import type { PersonalRefs } from '../../api/list-request.ts';
import styles from './list-filters.module.css';
import { filterNames, hasFilters } from './list-state.ts';
import type { FilterName, ListState } from './list-state.ts';
import type { ListChange } from './use-list-state.ts';

interface ListFiltersProps {
  readonly state: ListState;
  readonly personal: PersonalRefs;
  /** False while the rows are on their way, which come first. */
  readonly counted: boolean;
  readonly onChange: (change: ListChange) => void;
}

const labels: Record<FilterName, string> = { type: 'Type', owner: 'Owner', lifecycle: 'Lifecycle', tag: 'Tag' };

/** The filters of kinds whose entities don't have all of them. */
const filtersOfKind: Readonly<Record<string, readonly FilterName[]>> = {
  resource: ['type', 'owner', 'tag'],
  system: ['type', 'owner', 'tag'],
  domain: ['type', 'owner', 'tag'],
  group: ['type', 'tag'],
  user: ['tag'],
  location: ['type', 'tag'],
};

/** One choice for each filter, with how many entities that meet the others have each value. */
export function ListFilters({ state, personal, counted, onChange }: ListFiltersProps): ReactElement {
  const offered = useFilterValues(state, personal, counted);
  const { filters } = state;
  const ofKind = filtersOfKind[state.kind] ?? filterNames;
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      {filterNames.map(name => {
        const values = filters[name] ?? [];
        if (values.length === 0 && !ofKind.includes(name)) return null;
        const options = (offered[name] ?? []).map(({ value, count }) => ({ value, label: shownValue(name, value), count }));
        // What is in the address stays to be taken away, also where nothing has it.
        const unknown = values.filter(value => !options.some(option => option.value === value));
        return (
          <FilterSelect
            key={name}
            label={labels[name]}
            options={[...options, ...unknown.map(value => ({ value, label: shownValue(name, value), count: 0 }))]}
            values={values}
            onChange={chosen => onChange({ filters: { ...filters, [name]: chosen } })}
          />
        );
      })}
      {hasFilters(filters) ? (
        <Button variant="plain" onClick={() => onChange({ filters: {} })}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

function shownValue(name: FilterName, value: string): string {
  return name === 'owner' ? value.replace(/^group:/, '').replace(/(^|:)default\//, '$1') : value;
}
