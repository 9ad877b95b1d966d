import { Button } from '@portico/ui/button';
import { Select } from '@portico/ui/field';
import type { ReactElement } from 'react';
import { useFilterValues } from '../../api/use-entities.ts';
import type { PersonalRefs } from '../../api/list-request.ts';
import styles from './list-filters.module.css';
import { filterNames } from './list-state.ts';
import type { FilterName, ListState } from './list-state.ts';
import type { ListChange } from './use-list-state.ts';

interface ListFiltersProps {
  readonly state: ListState;
  readonly personal: PersonalRefs;
  readonly onChange: (change: ListChange) => void;
}

const labels: Record<FilterName, string> = { type: 'Type', owner: 'Owner', lifecycle: 'Lifecycle', tag: 'Tag' };
const anyLabels: Record<FilterName, string> = {
  type: 'Any type',
  owner: 'Any owner',
  lifecycle: 'Any lifecycle',
  tag: 'Any tag',
};

/** One choice for each filter, with how many entities of the kind have each value. */
export function ListFilters({ state, personal, onChange }: ListFiltersProps): ReactElement {
  const { data } = useFilterValues(state, personal);
  return (
    <div className={styles.filters}>
      {filterNames.map(name => {
        const value = state.filters[name] ?? '';
        const values = data?.[name] ?? [];
        const known = value === '' || values.some(one => one.value === value);
        const options = [
          { value: '', label: anyLabels[name] },
          ...values.map(one => ({ value: one.value, label: `${shownValue(name, one.value)} (${one.count})` })),
          ...(known ? [] : [{ value, label: shownValue(name, value) }]),
        ];
        return (
          <Select
            key={name}
            label={labels[name]}
            labelHidden
            value={value}
            options={options}
            onChange={chosen => onChange({ filters: { ...state.filters, [name]: chosen } })}
          />
        );
      })}
    </div>
  );
}

/** The filters that are in force, each with a press to take it away. Nothing where there are none. */
export function ActiveFilters({ state, onChange }: Omit<ListFiltersProps, 'personal'>): ReactElement | null {
  const active = filterNames.filter(name => state.filters[name]);
  if (active.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Active filters">
      {active.map(name => {
        const text = `${labels[name]}: ${shownValue(name, state.filters[name] ?? '')}`;
        return (
          <li key={name}>
            <Button
              size="small"
              aria-label={`${text}, remove`}
              onClick={() => onChange({ filters: { ...state.filters, [name]: '' } })}
            >
              {text}
              <svg className={styles.cross} viewBox="0 0 16 16" aria-hidden="true">
                <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" />
              </svg>
            </Button>
          </li>
        );
      })}
      <li>
        <Button size="small" variant="plain" onClick={() => onChange({ filters: {} })}>
          Clear filters
        </Button>
      </li>
    </ul>
  );
}

function shownValue(name: FilterName, value: string): string {
  return name === 'owner' ? value.replace(/^group:/, '').replace(/(^|:)default\//, '$1') : value;
}
