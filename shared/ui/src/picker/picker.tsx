import { useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { fetchPanel, panelOf } from '../overlay/panel-of.ts';
import type { FilterOption } from './filter-option.ts';
import styles from './picker.module.css';

export type { FilterOption } from './filter-option.ts';

/** Props of `FilterSelect`. */
export interface FilterSelectProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** The chosen values. One that is not among the options is shown as it is. */
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
  /** Several at a time (default), or one, which closes the list. */
  readonly multiple?: boolean;
  /** A search box above the list. Default: from nine options on. */
  readonly searchable?: boolean;
  /** Shown when nothing is chosen. Default "All". */
  readonly placeholder?: string;
}

const loadPanel = () => import('../overlay/filter-panel.tsx');
const Panel = panelOf(loadPanel);
const searchedFrom = 9;

/** A filter by one property: a button that says what is chosen, and a searchable list with counts. */
export function FilterSelect(props: FilterSelectProps): ReactElement {
  const { label, options, values, onChange, multiple = true, placeholder = 'All' } = props;
  const { searchable = options.length >= searchedFrom } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.picker}>
      <span className={styles.label} id={`${id}-label`}>
        {label}
      </span>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-labelledby={`${id}-label ${id}-value`}
        data-chosen={values.length > 0}
        onPointerEnter={() => fetchPanel(loadPanel)}
        onFocus={() => fetchPanel(loadPanel)}
        onClick={() => setOpen(true)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span className={styles.value} id={`${id}-value`}>
          {summaryOf(values, options) ?? placeholder}
        </span>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4.5 6.5L8 10l3.5-3.5" />
        </svg>
      </button>
      {open ? (
        <Panel
          label={label}
          options={options}
          values={values}
          multiple={multiple}
          searchable={searchable}
          trigger={button}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

function summaryOf(values: readonly string[], options: readonly FilterOption[]): string | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  const label = options.find(option => option.value === first)?.label ?? first;
  return values.length === 1 ? label : `${label} +${values.length - 1}`;
}
