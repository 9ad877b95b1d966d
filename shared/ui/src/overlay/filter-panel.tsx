import { useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import { Button } from '../button/button.tsx';
import { useLocale } from '../locale/use-locale.ts';
import type { FilterOption } from '../picker/filter-option.ts';
import styles from './overlay.module.css';

/** Props of `FilterPanel`. */
export interface FilterPanelProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly values: readonly string[];
  readonly multiple: boolean;
  readonly searchable: boolean;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onChange: (values: string[]) => void;
  readonly onClose: () => void;
}

/** How many options are drawn at once; the search finds the others. */
const shownAtMost = 200;

/** The open list of a FilterSelect. Typing narrows it while the arrow keys move in it and Enter chooses. */
export default function FilterPanel(props: FilterPanelProps): ReactElement {
  const { label, options, values, multiple, searchable, trigger, onChange, onClose } = props;
  const [search, setSearch] = useState('');
  const locale = useLocale();
  const wanted = search.trim().toLocaleLowerCase();
  const found = wanted === '' ? options : options.filter(option => option.label.toLocaleLowerCase().includes(wanted));
  // By their id the list knows options again that stand in another order later.
  const shown = found.slice(0, shownAtMost).map(option => ({ ...option, id: option.value }));

  const list = (
    <ListBox
      className={styles.list ?? ''}
      aria-label={label}
      items={shown}
      selectionMode={multiple ? 'multiple' : 'single'}
      selectedKeys={values}
      // Escape closes; it does not take the choice away.
      escapeKeyBehavior="none"
      autoFocus={searchable ? false : 'first'}
      renderEmptyState={() => <p className={styles.nothing}>Nothing matches</p>}
      onSelectionChange={keys => {
        onChange(keys === 'all' ? options.map(option => option.value) : [...keys].map(String));
        if (!multiple) onClose();
      }}
    >
      {option => <Choice option={option} single={!multiple} locale={locale} />}
    </ListBox>
  );
  return (
    <Popover
      className={styles.popover ?? ''}
      triggerRef={trigger}
      placement="bottom start"
      offset={4}
      maxHeight={380}
      isOpen
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <Dialog className={styles.dialog ?? ''} aria-label={label}>
        {searchable ? (
          <Autocomplete inputValue={search} onInputChange={setSearch}>
            <SearchField className={styles.searchRow ?? ''} aria-label={`Search ${label.toLocaleLowerCase()}`} autoFocus>
              <Input className={styles.search ?? ''} placeholder="Search" />
            </SearchField>
            {list}
          </Autocomplete>
        ) : (
          list
        )}
        {multiple || found.length > shown.length ? (
          <div className={styles.foot}>
            <span role="status">
              {found.length > shown.length ? `${shown.length} of ${found.length.toLocaleString(locale)} shown` : `${values.length.toLocaleString(locale)} chosen`}
            </span>
            {multiple ? (
              <Button variant="plain" size="small" disabled={values.length === 0} onClick={() => onChange([])}>
                Clear
              </Button>
            ) : null}
          </div>
        ) : null}
      </Dialog>
    </Popover>
  );
}

interface ChoiceProps {
  readonly option: FilterOption;
  readonly single: boolean;
  readonly locale: string | undefined;
}

function Choice({ option, single, locale }: ChoiceProps): ReactElement {
  return (
    <ListBoxItem id={option.value} className={styles.item ?? ''} textValue={option.label}>
      <span className={styles.mark} data-single={single} aria-hidden="true">
        <svg viewBox="0 0 12 12">
          <path d="M2.5 6.5l2.3 2.3L9.5 3.5" />
        </svg>
      </span>
      <span className={styles.words}>{option.label}</span>
      {option.count === undefined ? null : <span className={styles.count}>{option.count.toLocaleString(locale)}</span>}
    </ListBoxItem>
  );
}
